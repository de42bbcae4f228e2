package dev.rialto.web.catalogue;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.FeedEntry;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Address;
import java.io.OutputStream;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a feed in the form of the Google Merchant Center: RSS 2.0 with elements of its own. */
final class FeedXml {
    private static final String SPACE = "http://base.google.com/ns/1.0";
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_TEXT = 5_000;
    /** Signs that XML 1.0 cannot carry in any form. */
    private static final Pattern UNSAYABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;
    private final Visitor reader;
    private final String address;

    FeedXml(OutputStream out, Visitor reader, String address) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        this.reader = reader;
        this.address = address;
    }

    void begin(String shop) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("g", SPACE);
        xml.writeStartElement("channel");
        plain("title", shop);
        plain("link", address + "/");
        plain("description", shop);
        plain("language", reader.language());
    }

    void item(FeedEntry entry) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("item");
        say("id", entry.id());
        String title =
                entry.options().isEmpty() ? entry.title() : entry.title() + " · " + String.join(" / ", entry.options());
        say("title", cut(title, LONGEST_TITLE));
        say("description", cut(entry.summary().isBlank() ? entry.title() : entry.summary(), LONGEST_TEXT));
        say("link", link(entry));
        if (entry.pictureKey() != null) {
            say("image_link", address + "/pictures/" + entry.pictureKey() + "-1600.jpg");
        }
        say("availability", entry.available() ? "in_stock" : "out_of_stock");
        prices(entry);
        say("condition", "new");
        say("brand", cut(entry.brand(), 70));
        say("product_type", entry.category());
        details(entry);
        xml.writeEndElement();
    }

    private void prices(FeedEntry entry) throws XMLStreamException {
        say("price", amount(entry.listPrice()));
        if (entry.price().compareTo(entry.listPrice()) < 0) {
            say("sale_price", amount(entry.price()));
        }
    }

    private void details(FeedEntry entry) throws XMLStreamException {
        if (!entry.single()) {
            say("item_group_id", entry.group());
        }
        if (entry.sku() != null && !entry.sku().isBlank()) {
            say("mpn", cut(entry.sku(), 70));
        } else {
            say("identifier_exists", "no");
        }
    }

    private String link(FeedEntry entry) {
        return address
                + new Address("/goods/" + entry.slug(), Map.of())
                        .with("lang", reader.language())
                        .with("currency", reader.currency());
    }

    void end() throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private static String amount(Money money) {
        return money.toDecimal().toPlainString() + " " + money.currency();
    }

    private static String cut(String text, int most) {
        int whole = text.codePointCount(0, text.length());
        return whole <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private void plain(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(sayable(text));
        xml.writeEndElement();
    }

    private void say(String name, String text) throws XMLStreamException {
        xml.writeStartElement("g", name, SPACE);
        xml.writeCharacters(sayable(text));
        xml.writeEndElement();
    }

    private static String sayable(String text) {
        return UNSAYABLE.matcher(text).replaceAll("");
    }
}
