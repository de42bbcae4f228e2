package dev.rialto.payout;

import dev.rialto.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a run as an ISO 20022 customer credit transfer, pain.001.001.09: one payment information with one transfer per
 * seller. An account that looks like an IBAN is one; every other is named as the country writes it.
 */
final class Pain001 {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_ACCOUNT = 34;

    private final XMLStreamWriter xml;

    private Pain001(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** One transfer. */
    record Transfer(String reference, long amount, String currency, String holder, String account, String country) {}

    static byte[] write(PayoutRunView run, List<Transfer> transfers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new Pain001(xml).document(run, transfers);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private void document(PayoutRunView run, List<Transfer> transfers) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        xml.writeStartElement("GrpHdr");
        text("MsgId", run.number());
        text(
                "CreDtTm",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        (run.decidedAt() == null ? run.preparedAt() : run.decidedAt())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atOffset(ZoneOffset.UTC)));
        sums(run, transfers);
        name("InitgPty", run.bankHolder());
        xml.writeEndElement();
        payment(run, transfers);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void sums(PayoutRunView run, List<Transfer> transfers) throws XMLStreamException {
        long sum = transfers.stream().mapToLong(Transfer::amount).sum();
        text("NbOfTxs", String.valueOf(transfers.size()));
        text("CtrlSum", decimal(sum, run.currency()));
    }

    private void payment(PayoutRunView run, List<Transfer> transfers) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        text("PmtInfId", run.number());
        text("PmtMtd", "TRF");
        sums(run, transfers);
        xml.writeStartElement("ReqdExctnDt");
        text("Dt", run.executeOn().toString());
        xml.writeEndElement();
        name("Dbtr", run.bankHolder());
        account("DbtrAcct", run.bankNumber());
        xml.writeStartElement("DbtrAgt");
        xml.writeStartElement("FinInstnId");
        text("Nm", cut(run.bank(), LONGEST_NAME));
        xml.writeEndElement();
        xml.writeEndElement();
        for (Transfer transfer : transfers) {
            transfer(transfer);
        }
        xml.writeEndElement();
    }

    private void transfer(Transfer transfer) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        xml.writeStartElement("PmtId");
        text("EndToEndId", transfer.reference());
        xml.writeEndElement();
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", transfer.currency());
        xml.writeCharacters(decimal(transfer.amount(), transfer.currency()));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("Cdtr");
        text("Nm", cut(transfer.holder(), LONGEST_NAME));
        if (transfer.country().matches("[A-Z]{2}")) {
            xml.writeStartElement("PstlAdr");
            text("Ctry", transfer.country());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        account("CdtrAcct", transfer.account());
        xml.writeStartElement("RmtInf");
        text("Ustrd", transfer.reference());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void account(String element, String number) throws XMLStreamException {
        String plain = number.replaceAll("[^A-Za-z0-9]", "");
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        if (IBAN.matcher(plain).matches()) {
            text("IBAN", plain);
        } else {
            xml.writeStartElement("Othr");
            text("Id", cut(plain, LONGEST_ACCOUNT));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void name(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        text("Nm", cut(name, LONGEST_NAME));
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static String decimal(long minor, String currency) {
        return new Money(minor, currency).toDecimal().toPlainString();
    }
}
