package dev.rialto.web.console.goods;

import dev.rialto.goods.GoodsDraft;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.PictureSpec;
import dev.rialto.picture.PictureStore;
import dev.rialto.picture.StoredPicture;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** New words about a picture, or a part of it in its place (D66). */
    Outcome change(Visit visit, GoodsDraft goods) {
        GoodsDraft.Picture old = named(visit, goods);
        StoredPicture now = part(visit, old)
                .map(part -> store.crop(old.key(), part))
                .orElseGet(() -> new StoredPicture(old.key(), old.width(), old.height()));
        UUID added = editor.addPicture(
                visit.caller(), goods.id(), new PictureSpec(now, visit.entries().texts("alt")));
        editor.arrangePictures(
                visit.caller(),
                goods.id(),
                goods.pictures().stream()
                        .map(picture -> picture.id().equals(old.id()) ? added : picture.id())
                        .toList());
        return back(visit, "done.picture-changed");
    }

    /** Puts a picture one place forward; the first one stands for the goods. */
    Outcome forward(Visit visit, GoodsDraft goods) {
        List<UUID> order = new ArrayList<>(
                goods.pictures().stream().map(GoodsDraft.Picture::id).toList());
        int place = order.indexOf(named(visit, goods).id());
        Collections.swap(order, place, Math.max(0, place - 1));
        editor.arrangePictures(visit.caller(), goods.id(), order);
        return back(visit, "done.picture-changed");
    }

    private static GoodsDraft.Picture named(Visit visit, GoodsDraft goods) {
        UUID wanted = visit.entries().id("picture").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        return goods.pictures().stream()
                .filter(picture -> picture.id().equals(wanted))
                .findFirst()
                .orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
    }

    private static Optional<PictureStore.Part> part(Visit visit, GoodsDraft.Picture old) {
        Entries entries = visit.entries();
        return switch (entries.text("crop")) {
            case "square" -> Optional.of(PictureStore.Part.square(old.width(), old.height()));
            case "free" -> {
                int[] thousandths = Stream.of("left", "top", "width", "height")
                        .mapToInt(name -> entries.basisPoints("crop." + name) / 10)
                        .toArray();
                entries.raise();
                yield Optional.of(
                        new PictureStore.Part(thousandths[0], thousandths[1], thousandths[2], thousandths[3]));
            }
            default -> Optional.empty();
        };
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
