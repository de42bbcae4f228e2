package dev.rialto.message;

import java.util.stream.Collectors;

/** Writes a letter as plain text. */
final class PlainLetter {
    private final Letter letter;

    PlainLetter(Letter letter) {
        this.letter = letter;
    }

    String write() {
        return letter.parts().stream().map(PlainLetter::part).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String part(Letter.Part part) {
        if (part instanceof Letter.Paragraph paragraph) {
            return paragraph.text();
        }
        if (part instanceof Letter.Link link) {
            return link.label() + "\n" + link.address();
        }
        return rows((Letter.Rows) part);
    }

    private static String rows(Letter.Rows rows) {
        String heading = rows.heading() == null ? "" : rows.heading() + "\n";
        return rows.rows().stream().map(PlainLetter::row).collect(Collectors.joining("\n", heading, ""));
    }

    private static String row(Letter.Row row) {
        String label = row.detail().isEmpty() ? row.label() : row.label() + " (" + row.detail() + ")";
        return "  " + label + ": " + row.value();
    }
}
