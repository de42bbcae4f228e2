package dev.rialto.web.console.shop;

import dev.rialto.picture.PictureStore;
import dev.rialto.seller.PageBlock;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Visit;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The parts of a page as its form sends them. Buttons that add, move or remove a part send the whole form, so that nothing
 * typed is lost and no script is needed.
 */
final class BlockForm {
    private static final String ACTION = "block-";
    private static final int MOST_DIGITS = 3;

    private final Entries entries;
    private final String prefix;
    private final PictureStore pictures;

    BlockForm(Visit visit, String prefix, PictureStore pictures) {
        this.entries = visit.entries();
        this.prefix = prefix;
        this.pictures = pictures;
    }

    static boolean isArranging(String action) {
        return action.startsWith(ACTION);
    }

    /** The lines of the form for these parts. */
    static List<BlockLine> lines(List<PageBlock> blocks) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> new BlockLine(i, i == blocks.size() - 1, blocks.get(i)))
                .toList();
    }

    List<PageBlock> read() {
        return entries.lines(prefix).stream()
                .filter(line -> line.matches("[0-9]{1," + MOST_DIGITS + "}"))
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .map(line -> block(prefix + "." + line + "."))
                .toList();
    }

    /** The parts as typed, with one added, moved or removed. */
    List<PageBlock> arranged(String action) {
        List<PageBlock> blocks = new ArrayList<>(read());
        if (action.equals(ACTION + "add")) {
            blocks.add(new PageBlock(kind(entries.text("newKind")), Map.of(), Map.of()));
            return blocks;
        }
        int dot = action.indexOf('.');
        int place = place(action.substring(dot + 1), blocks.size());
        switch (action.substring(0, Math.max(dot, 0))) {
            case ACTION + "up" -> Collections.swap(blocks, place, Math.max(place - 1, 0));
            case ACTION + "down" -> Collections.swap(blocks, place, Math.min(place + 1, blocks.size() - 1));
            case ACTION + "remove" -> blocks.remove(place);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return blocks;
    }

    private static int place(String text, int size) {
        int place = text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(text) : size;
        if (place >= size) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return place;
    }

    private static String kind(String kind) {
        if (!BlockLine.isKind(kind)) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return kind;
    }

    private PageBlock block(String line) {
        String kind = kind(entries.text(line + "kind"));
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : BlockLine.settingsOf(kind)) {
            entries.optional(line + "settings." + name).ifPresent(value -> settings.put(name, value));
        }
        if (entries.ticked(line + "dropPicture")) {
            settings.remove("picture");
        }
        entries.file(line + "file").ifPresent(file -> settings.put("picture", keep(file)));
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        for (String name : BlockLine.textsOf(kind)) {
            Map<String, String> inLanguages = entries.texts(line + "texts." + name);
            if (!inLanguages.isEmpty()) {
                texts.put(name, inLanguages);
            }
        }
        return new PageBlock(kind, settings, texts);
    }

    private String keep(Part upload) {
        try (InputStream stream = upload.getInputStream()) {
            return pictures.keep(stream).key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
