package dev.rialto.web.shop;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of a page that may have been written before. */
public final class KeptPart {
    private final @Nullable String text;
    private final Consumer<String> keeper;

    KeptPart(@Nullable String text, Consumer<String> keeper) {
        this.text = text;
        this.keeper = keeper;
    }

    /** Has it still to be built and written? */
    public boolean isNew() {
        return text == null;
    }

    /** Its HTML, when it is not new. */
    public @Nullable String text() {
        return text;
    }

    /** Keeps what was written now. */
    public void keep(String html) {
        keeper.accept(html);
    }
}
