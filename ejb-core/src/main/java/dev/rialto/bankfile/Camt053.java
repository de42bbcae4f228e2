package dev.rialto.bankfile;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the booked credits of an ISO 20022 bank-to-customer statement, of any version: names of elements count, not the
 * namespace. A batch whose transactions have amounts of their own gives one credit for each.
 */
final class Camt053 {
    private static final String ENTRY = "Ntry";
    private static final String DETAIL = "TxDtls";

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Credit> credits = new ArrayList<>();
    private Map<String, String> entry = new HashMap<>();
    private List<Map<String, String>> details = new ArrayList<>();
    private String account = "";
    private String currency = "";
    private boolean isStatement;

    private Camt053() {}

    /** Refuses what is no such statement with {@link BankFileError#BANK_FILE_INVALID}. */
    static List<Credit> read(byte[] file) {
        Camt053 statement = new Camt053();
        try {
            statement.walk(factory().createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException e) {
            DomainException refused = BankFileError.BANK_FILE_INVALID.because("file", "not_a_statement");
            refused.addSuppressed(e);
            throw refused;
        }
        if (!statement.isStatement) {
            throw BankFileError.BANK_FILE_INVALID.because("file", "not_a_statement");
        }
        return statement.credits;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void walk(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new XMLStreamException("document types are not read");
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        path.addLast(xml.getLocalName());
        text.setLength(0);
        isStatement |= xml.getLocalName().equals("BkToCstmrStmt");
        if (xml.getLocalName().equals(ENTRY)) {
            entry = new HashMap<>();
            details = new ArrayList<>();
        } else if (xml.getLocalName().equals(DETAIL)) {
            details.add(new HashMap<>());
        } else if (xml.getLocalName().equals("Amt")) {
            currency = String.valueOf(xml.getAttributeValue(null, "Ccy"));
        }
    }

    private void end(String name) {
        String value = text.toString().strip();
        text.setLength(0);
        if (path.contains(ENTRY)) {
            note(String.join("/", path), value);
        } else if (!value.isEmpty() && path.contains("Acct") && (name.equals("IBAN") || name.equals("Id"))) {
            account = value;
        }
        path.removeLast();
        if (name.equals(ENTRY)) {
            close();
        }
    }

    /** Keeps the values that matter, by the end of their path. */
    private void note(String where, String value) {
        if (value.isEmpty()) {
            return;
        }
        Map<String, String> into =
                details.isEmpty() || !path.contains(DETAIL) ? entry : details.get(details.size() - 1);
        if (where.endsWith("/Ntry/Amt") || where.endsWith("/TxDtls/Amt") || where.endsWith("/TxAmt/Amt")) {
            into.putIfAbsent("amount", value);
            into.putIfAbsent("currency", currency);
        } else if (where.endsWith("/Ntry/CdtDbtInd") || where.endsWith("/TxDtls/CdtDbtInd")) {
            into.put("side", value);
        } else if (where.endsWith("/Ntry/Sts") || where.endsWith("/Ntry/Sts/Cd")) {
            into.put("status", value);
        } else if (where.matches(".*/BookgDt/(Dt|DtTm)")) {
            into.put("date", value.substring(0, Math.min(10, value.length())));
        } else if (where.matches(".*/Dbtr/(Pty/)?Nm")) {
            into.put("payer", value);
        } else if (where.endsWith("/Ustrd") || where.endsWith("/AddtlNtryInf") || where.endsWith("/CdtrRefInf/Ref")) {
            into.merge("message", value, (one, more) -> one + " " + more);
        } else if (where.endsWith("/AcctSvcrRef")) {
            into.put("reference", value);
        }
    }

    private void close() {
        boolean isBooked = entry.getOrDefault("status", "BOOK").equals("BOOK");
        if (!isBooked || !entry.getOrDefault("side", "").equals("CRDT")) {
            return;
        }
        List<Map<String, String>> own =
                details.stream().filter(detail -> detail.containsKey("amount")).toList();
        if (own.size() > 1) {
            for (int i = 0; i < own.size(); i++) {
                add(own.get(i), "-" + (i + 1));
            }
        } else {
            Map<String, String> whole = new HashMap<>();
            details.forEach(whole::putAll);
            whole.putAll(entry);
            details.forEach(detail -> {
                if (detail.containsKey("message")) {
                    whole.put("message", detail.get("message"));
                }
            });
            add(whole, "");
        }
    }

    private void add(Map<String, String> values, String suffix) {
        int number = credits.size() + 1;
        String reference = values.getOrDefault("reference", entry.getOrDefault("reference", ""));
        boolean isOwnReference = values.containsKey("reference") && !values.equals(entry);
        try {
            credits.add(new Credit(
                    number,
                    LocalDate.parse(entry.getOrDefault("date", "")),
                    Money.ofDecimal(
                            new BigDecimal(values.getOrDefault("amount", "")), values.getOrDefault("currency", "")),
                    values.getOrDefault("payer", ""),
                    values.getOrDefault("message", ""),
                    reference.isEmpty() ? "" : account + "/" + reference + (isOwnReference ? "" : suffix)));
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            DomainException refused = BankFileError.BANK_FILE_INVALID.because("lines." + number, "unreadable_entry");
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
