package dev.rialto.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a mail, from which its plain and its HTML form are made.
 *
 * @param language ISO 639 language of the words
 * @param subject one line
 * @param parts from top to bottom
 */
public record Letter(String language, String subject, List<Part> parts) {
    public Letter {
        parts = List.copyOf(parts);
    }

    /** A piece of a letter. */
    public sealed interface Part permits Paragraph, Rows, Link {}

    /** Text; line ends are kept. */
    public record Paragraph(String text) implements Part {}

    /** A table of labels and values. */
    public record Rows(@Nullable String heading, List<Row> rows) implements Part {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param detail a second, smaller line below the label; may be empty
     * @param strong for the total
     */
    public record Row(String label, String detail, String value, boolean strong) {
        public static Row of(String label, String value) {
            return new Row(label, "", value, false);
        }
    }

    /** An address to go to. */
    public record Link(String label, String address) implements Part {}

    public static Draft in(String language, String subject) {
        return new Draft(language, subject);
    }

    /** The form for readers of plain text. */
    public String text() {
        return new PlainLetter(this).write();
    }

    /** The form for readers of HTML; every text is escaped. */
    public String html() {
        return new HtmlLetter(this).write();
    }

    /** Collects the parts of a letter. */
    public static final class Draft {
        private final String language;
        private final String subject;
        private final List<Part> parts = new ArrayList<>();

        private Draft(String language, String subject) {
            this.language = language;
            this.subject = subject;
        }

        public Draft say(String text) {
            parts.add(new Paragraph(text));
            return this;
        }

        public Draft rows(@Nullable String heading, List<Row> rows) {
            parts.add(new Rows(heading, rows));
            return this;
        }

        public Draft link(String label, String address) {
            parts.add(new Link(label, address));
            return this;
        }

        public Letter done() {
            return new Letter(language, subject, parts);
        }
    }
}
