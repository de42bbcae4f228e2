package dev.rialto.message;

import java.util.stream.Collectors;

/** Writes a letter as a small HTML document with its styles at the elements, as mail programs want it. */
final class HtmlLetter {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="margin:0;padding:24px;background:#f5f5f4;color:#1c1917;\
            font:16px/1.5 system-ui,-apple-system,'Noto Sans CJK KR','Noto Sans CJK JP',sans-serif">
            <div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
            %s
            </div></body></html>
            """;

    private final Letter letter;

    HtmlLetter(Letter letter) {
        this.letter = letter;
    }

    String write() {
        String body = letter.parts().stream().map(HtmlLetter::part).collect(Collectors.joining("\n"));
        return PAGE.formatted(escape(letter.language()), escape(letter.subject()), body);
    }

    private static String part(Letter.Part part) {
        if (part instanceof Letter.Paragraph paragraph) {
            return "<p>" + escape(paragraph.text()).replace("\n", "<br>") + "</p>";
        }
        if (part instanceof Letter.Link link) {
            return "<p><a href=\"" + escape(link.address())
                    + "\" style=\"display:inline-block;padding:12px 20px;background:#1c1917;color:#ffffff;"
                    + "border-radius:6px;text-decoration:none\">" + escape(link.label()) + "</a></p>";
        }
        return rows((Letter.Rows) part);
    }

    private static String rows(Letter.Rows rows) {
        String heading = rows.heading() == null
                ? ""
                : "<h2 style=\"font-size:18px;margin:24px 0 8px\">" + escape(rows.heading()) + "</h2>\n";
        return rows.rows().stream()
                .map(HtmlLetter::row)
                .collect(Collectors.joining(
                        "\n",
                        heading + "<table role=\"presentation\" style=\"width:100%;border-collapse:collapse\">\n",
                        "\n</table>"));
    }

    private static String row(Letter.Row row) {
        String cell = "padding:8px 0;border-bottom:1px solid #e7e5e4;vertical-align:top"
                + (row.strong() ? ";font-weight:bold" : "");
        String detail = row.detail().isEmpty()
                ? ""
                : "<br><span style=\"color:#57534e;font-size:14px\">" + escape(row.detail()) + "</span>";
        return "<tr><td style=\"" + cell + "\">" + escape(row.label()) + detail + "</td><td style=\"" + cell
                + ";text-align:right;white-space:nowrap\">" + escape(row.value()) + "</td></tr>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
