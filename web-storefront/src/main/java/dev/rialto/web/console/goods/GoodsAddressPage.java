package dev.rialto.web.console.goods;

import dev.rialto.finding.GoodsAddresses;
import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of goods in addresses: the present one, former ones, and where they are at home. */
@Route(path = "/goods/{goods}/address", view = "goods-address", permission = "goods.edit")
public class GoodsAddressPage implements ConsolePage {
    private final GoodsEditor editor;
    private final GoodsAddresses addresses;
    private final SiteDirectory sites;
    private final Settings settings;
    private @Nullable GoodsDraft goods;
    private List<String> former = List.of();
    private String home = "";

    @Inject
    public GoodsAddressPage(GoodsEditor editor, GoodsAddresses addresses, SiteDirectory sites, Settings settings) {
        this.editor = editor;
        this.addresses = addresses;
        this.sites = sites;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        GoodsDraft found = editor.view(visit.caller(), visit.id("goods"));
        former = addresses.former(visit.caller(), found.id());
        home = settings.address(
                sites.homeOf(visit.caller(), found.tenantId())
                        .orElseGet(() -> sites.mall(visit.caller()))
                        .host(),
                "/goods/");
        goods = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("rename")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        addresses.rename(visit.caller(), visit.id("goods"), visit.entries().text("slug"));
        return Outcome.go(visit.path(), "done.goods-renamed");
    }

    @Override
    public String title(Visit visit) {
        return visit.say("page.goods-address");
    }

    public String slug() {
        return goods == null ? "" : goods.slug();
    }

    public List<String> former() {
        return former;
    }

    /** How the proper address of the goods begins. */
    public String home() {
        return home;
    }
}
