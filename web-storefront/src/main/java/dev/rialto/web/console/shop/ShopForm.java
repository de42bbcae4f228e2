package dev.rialto.web.console.shop;

import dev.rialto.picture.PictureStore;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.UpdateSite;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Visit;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the form of a shop's settings. */
final class ShopForm {
    private final Entries entries;
    private final PictureStore pictures;

    ShopForm(Visit visit, PictureStore pictures) {
        this.entries = visit.entries();
        this.pictures = pictures;
    }

    /** The site as the form has it; the logo stays unless another was chosen. */
    UpdateSite read(SiteView now) {
        UpdateSite change = new UpdateSite(
                now.id(),
                entries.text("name"),
                entries.texts("slogan"),
                entries.basisPoints("discountBp"),
                display(),
                defaultFirst("languages", "defaultLanguage"),
                defaultFirst("currencies", "defaultCurrency"),
                !entries.text("scope").equals("categories"),
                entries.ids("categoryIds"),
                entries.ticked("guestCheckout"),
                now.logoKey(),
                now.isOpen(),
                entries.whole("version"));
        entries.raise();
        @Nullable String logo = entries.file("logo").map(this::keep).orElse(null);
        return logo == null ? change : withLogo(change, logo);
    }

    /** The site as it is, only opened or closed. */
    static UpdateSite opening(SiteView now, boolean open) {
        UpdateSite same = UpdateSite.of(now);
        return new UpdateSite(
                same.siteId(),
                same.name(),
                same.slogan(),
                same.discountBp(),
                same.priceDisplay(),
                same.languages(),
                same.currencies(),
                same.goodsScopeAll(),
                same.categoryIds(),
                same.guestCheckout(),
                same.logoKey(),
                open,
                same.version());
    }

    private static UpdateSite withLogo(UpdateSite change, String logo) {
        return new UpdateSite(
                change.siteId(),
                change.name(),
                change.slogan(),
                change.discountBp(),
                change.priceDisplay(),
                change.languages(),
                change.currencies(),
                change.goodsScopeAll(),
                change.categoryIds(),
                change.guestCheckout(),
                logo,
                change.open(),
                change.version());
    }

    private SiteView.PriceDisplay display() {
        String typed = entries.text("priceDisplay");
        entries.check(
                Arrays.stream(SiteView.PriceDisplay.values())
                        .anyMatch(one -> one.name().equals(typed)),
                "priceDisplay",
                "unknown");
        return typed.equals("NET") ? SiteView.PriceDisplay.NET : SiteView.PriceDisplay.GROSS;
    }

    /** What is ticked, with the default before the others. */
    private List<String> defaultFirst(String name, String defaultName) {
        String first = entries.text(defaultName);
        return entries.all(name).stream()
                .sorted((a, b) -> Boolean.compare(b.equals(first), a.equals(first)))
                .toList();
    }

    private String keep(Part upload) {
        try (InputStream stream = upload.getInputStream()) {
            return pictures.keep(stream).key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
