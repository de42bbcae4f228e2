package dev.rialto.document;

import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets text of any of the four languages. Each character is taken from the first font that has it: the embedded one, else
 * Latin letters from the reader's Helvetica and others from the fonts for Asian languages that readers have.
 */
final class Typeface {
    private static final Color INK = new Color(0x1d, 0x1d, 0x1f);

    private final List<BaseFont> fonts;

    private Typeface(List<BaseFont> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /** The typeface of a language, with the forms that its readers know. */
    static Typeface of(@Nullable Path font, String language) {
        List<BaseFont> fonts = new ArrayList<>();
        try {
            if (font != null) {
                fonts.add(SameBytes.font(
                        BaseFont.createFont(file(font, language), BaseFont.IDENTITY_H, BaseFont.EMBEDDED)));
            }
            fonts.add(FontFactory.getFont(FontFactory.HELVETICA).getCalculatedBaseFont(false));
            for (String[] asian : asian(language)) {
                fonts.add(BaseFont.createFont(asian[0], asian[1], BaseFont.NOT_EMBEDDED));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Typeface(fonts);
    }

    private static String file(Path font, String language) {
        if (!font.toString().endsWith(".ttc")) {
            return font.toString();
        }
        int index =
                switch (language) {
                    case "ko" -> 1;
                    case "zh" -> 2;
                    default -> 0;
                };
        return font + "," + index;
    }

    private static List<String[]> asian(String language) {
        String[] korean = {"HYGoThic-Medium", "UniKS-UCS2-H"};
        String[] japanese = {"HeiseiKakuGo-W5", "UniJIS-UCS2-H"};
        String[] chinese = {"STSong-Light", "UniGB-UCS2-H"};
        return switch (language) {
            case "ja" -> List.of(japanese, korean, chinese);
            case "zh" -> List.of(chinese, korean, japanese);
            default -> List.of(korean, japanese, chinese);
        };
    }

    /** The text in this size, in points. */
    Phrase set(String text, float size) {
        return set(text, size, Font.NORMAL);
    }

    Phrase strong(String text, float size) {
        return set(text, size, Font.BOLD);
    }

    private Phrase set(String text, float size, int style) {
        FontSelector selector = new FontSelector();
        fonts.forEach(font -> selector.addFont(new Font(font, size, style, INK)));
        return selector.process(text.isEmpty() ? " " : text);
    }
}
