package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D64")
class CategoriesIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static Categories categories;
    static final Caller OPERATOR = GoodsFixture.operator();

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        categories = mall.get(Categories.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    static CategoryDraft draft(UUID parent, String slug) {
        return new CategoryDraft(parent, slug, Map.of("en", "Name of " + slug, "ko", "이름 " + slug), 0, null);
    }

    static CategoryNode node(UUID id) {
        return categories.tree(OPERATOR, "en").stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void standInTwoLevels() {
        UUID major = categories.create(OPERATOR, draft(null, "home"));
        UUID minor = categories.create(OPERATOR, draft(major, "lamps"));
        assertThat(node(major).children()).extracting(CategoryNode::name).containsExactly("Name of lamps");
        assertThatThrownBy(() -> categories.create(OPERATOR, draft(minor, "desk-lamps")))
                .hasMessageContaining("not_first_level");
        assertThatThrownBy(() -> categories.delete(OPERATOR, major)).hasMessageContaining("category_in_use");
        categories.delete(OPERATOR, minor);
        assertThat(node(major).children()).isEmpty();
    }

    @Test
    void areRenamedAndMovedWithTheirVersion() {
        UUID garden = categories.create(OPERATOR, draft(null, "garden"));
        UUID tools = categories.create(OPERATOR, draft(null, "tools"));
        UUID spades = categories.create(OPERATOR, draft(garden, "spades"));
        categories.update(OPERATOR, spades, 1, new CategoryDraft(tools, "shovels", Map.of("en", "Shovels"), 3, null));
        assertThat(categories.view(OPERATOR, spades).names()).containsExactly(Map.entry("en", "Shovels"));
        assertThat(node(tools).children()).extracting(CategoryNode::slug).containsExactly("shovels");
        assertThatThrownBy(() -> categories.update(OPERATOR, spades, 1, draft(tools, "late")))
                .hasMessageContaining("category_changed");
        assertThatThrownBy(() -> categories.create(OPERATOR, draft(null, "shovels")))
                .hasMessageContaining("slug_taken");
    }

    @Test
    void areBroughtUpToDateBySlug() {
        UUID id = categories.put(OPERATOR, draft(null, "toys"));
        assertThat(categories.put(OPERATOR, draft(null, "toys"))).isEqualTo(id);
    }

    @Test
    void areTheMallsAlone() {
        Caller tenant = GoodsFixture.staff(UUID.randomUUID());
        assertThatThrownBy(() -> categories.create(tenant, draft(null, "mine"))).hasMessageContaining("not_allowed");
        assertThatThrownBy(() -> categories.create(OPERATOR, draft(null, "No Slug")))
                .hasMessageContaining("slug");
        assertThatThrownBy(() -> categories.view(OPERATOR, UUID.randomUUID()))
                .hasMessageContaining("category_not_found");
    }
}
