package dev.rialto.web.catalogue;

import dev.rialto.web.port.Block;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.GoodsCard;
import dev.rialto.web.port.ListQuery;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Fills the blocks of a page with goods, categories and shops. */
@Dependent
class Sections {
    private static final int MOST = 24;
    private static final int USUAL = 8;

    private final CataloguePort catalogue;

    @Inject
    Sections(CataloguePort catalogue) {
        this.catalogue = catalogue;
    }

    List<Section> of(List<Block> blocks, Visit visit) {
        return blocks.stream()
                .map(block -> filled(block, visit))
                .filter(section -> !section.isHollow())
                .toList();
    }

    private Section filled(Block block, Visit visit) {
        Section section = Section.of(block, visit);
        return switch (block.kind()) {
            case "goods-grid" -> section.withCards(cards(block, visit));
            case "category-strip" ->
                section.withCategories(
                        categories(visit).stream().limit(count(block)).toList());
            case "shops" ->
                section.withShops(catalogue.shops(visit.visitor()).stream()
                        .limit(count(block))
                        .map(shop -> ShopCard.of(shop, visit))
                        .toList());
            default -> section;
        };
    }

    private List<GoodsCard> cards(Block block, Visit visit) {
        ListQuery query = new ListQuery(
                block.setting("category"), null, Map.of(), block.setting("sort"), null, count(block), false);
        return catalogue.list(visit.visitor(), query).cards();
    }

    private List<Category> categories(Visit visit) {
        return catalogue.categories(visit.visitor());
    }

    private static int count(Block block) {
        String asked = block.setting("count");
        return asked != null && asked.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(asked), MOST) : USUAL;
    }
}
