package dev.rialto.document;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;

/** Tables of papers: full width, a thin line below each row. */
final class Ruled {
    private static final Color LINE = new Color(0xd9, 0xd9, 0xde);

    private Ruled() {}

    static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        return table;
    }

    static PdfPCell cell(int align) {
        PdfPCell cell = new PdfPCell();
        cell.setHorizontalAlignment(align);
        cell.setPadding(5);
        cell.setBorderColor(LINE);
        cell.setBorder(Rectangle.BOTTOM);
        return cell;
    }

    static PdfPCell cell(Phrase text, boolean left) {
        PdfPCell cell = cell(left ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setPhrase(text);
        return cell;
    }
}
