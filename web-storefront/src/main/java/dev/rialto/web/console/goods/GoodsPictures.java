package dev.rialto.web.console.goods;

import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.PictureSpec;
import dev.rialto.picture.PictureStore;
import dev.rialto.picture.StoredPicture;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Adds and removes pictures of goods (D66). The upload is kept before the goods' transaction begins. */
@ApplicationScoped
class GoodsPictures {
    private final GoodsEditor editor;
    private final PictureStore store;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GoodsPictures() {
        this.editor = null;
        this.store = null;
    }

    @Inject
    GoodsPictures(GoodsEditor editor, PictureStore store) {
        this.editor = editor;
        this.store = store;
    }

    Outcome add(Visit visit, UUID goods) {
        Part upload = visit.entries()
                .file("picture")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("picture", "required"));
        editor.addPicture(
                visit.caller(),
                goods,
                new PictureSpec(keep(upload), visit.entries().texts("alt")));
        return back(visit, "done.picture-added");
    }

    Outcome remove(Visit visit, GoodsDraft goods) {
        UUID gone = visit.entries().id("picture").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        List<UUID> left = goods.pictures().stream()
                .map(GoodsDraft.Picture::id)
                .filter(id -> !id.equals(gone))
                .toList();
        editor.arrangePictures(visit.caller(), goods.id(), left);
        return back(visit, "done.picture-removed");
    }

    private StoredPicture keep(Part upload) {
        try (InputStream stream = upload.getInputStream()) {
            return store.keep(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome back(Visit visit, String note) {
        return Outcome.go("/goods/" + visit.variable("goods"), note);
    }
}
