package dev.rialto.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.Money;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A38")
class DemoContentTest {
    private static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");

    private final DemoFolder folder = DemoFolder.open(Path.of("../ear/launcher/src/main/demo"));
    private final MallContent mall = folder.mall();
    private final List<SellerContent> sellers =
            mall.sellers().stream().map(folder::seller).toList();

    @Test
    void hasThreeSellersOfWhomTwoHaveStorefronts() {
        assertThat(sellers).hasSize(3);
        assertThat(sellers).filteredOn(seller -> seller.storefront() != null).hasSize(2);
        assertThat(goods()).hasSize(150);
    }

    @Test
    void speaksFourLanguagesEverywhere() {
        assertThat(goods()).allSatisfy(article -> {
            assertThat(article.texts().keySet()).isEqualTo(LANGUAGES);
            assertThat(titles(article)).doesNotHaveDuplicates();
            assertThat(article.texts().values())
                    .allSatisfy(words ->
                            assertThat(words.bodyHtml()).startsWith("<p>").endsWith("</p>"));
        });
        assertThat(mall.pages())
                .allSatisfy(page -> assertThat(page.bodyHtml().keySet()).isEqualTo(LANGUAGES));
        assertThat(Stream.of(mall.optionNames(), mall.optionValues(), mall.materials())
                        .flatMap(words -> words.values().stream())
                        .map(Map::keySet))
                .allSatisfy(languages -> assertThat(languages).isEqualTo(LANGUAGES));
    }

    @Test
    void namesGoodsOnlyByWhatThereIs() {
        Set<String> categories = mall.categories().stream()
                .flatMap(major -> major.children().stream())
                .map(MallContent.Minor::slug)
                .collect(Collectors.toSet());
        assertThat(categories).hasSizeGreaterThan(19);
        assertThat(goods()).allSatisfy(article -> {
            assertThat(categories).contains(article.category());
            assertThat(mall.materials()).containsKey(article.material());
            assertThat(mall.optionNames().keySet()).containsAll(article.options());
            assertThat(article.variants())
                    .allSatisfy(choice -> assertThat(choice.values()).hasSameSizeAs(article.options()));
        });
    }

    @Test
    void listsAPriceInEveryCurrency() {
        assertThat(goods().stream().flatMap(article -> article.variants().stream()))
                .allSatisfy(choice -> {
                    assertThat(choice.prices()).containsOnlyKeys(mall.currencies());
                    choice.prices().forEach((currency, amount) -> assertThat(
                                    new Money(amount, currency).isMoreThan(Money.zero(currency)))
                            .isTrue());
                });
    }

    @Test
    void givesEverySkuAndSlugOnce() {
        assertThat(goods().stream().map(SellerContent.Article::slug)).doesNotHaveDuplicates();
        assertThat(goods().stream()
                        .flatMap(article -> article.variants().stream().map(SellerContent.Choice::sku)))
                .doesNotHaveDuplicates();
    }

    @Test
    void hasASquarePictureOfEachGoods() throws IOException {
        Set<String> seen = new HashSet<>();
        for (SellerContent.Article article : goods()) {
            assertThat(article.pictures()).as(article.slug()).isNotEmpty();
            for (String name : article.pictures()) {
                assertThat(seen.add(name)).as(name).isTrue();
                BufferedImage picture = ImageIO.read(new ByteArrayInputStream(folder.bytes(name)));
                assertThat(picture.getWidth()).as(name).isEqualTo(800).isEqualTo(picture.getHeight());
            }
        }
    }

    private List<SellerContent.Article> goods() {
        return sellers.stream()
                .map(SellerContent::goods)
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<String> titles(SellerContent.Article article) {
        return article.texts().values().stream().map(SellerContent.Words::title).toList();
    }
}
