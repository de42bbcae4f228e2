package dev.rialto.payout;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.MallNote;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what a bank could not pay from an ISO 20022 payment status report (pain.002, rejected transactions) or
 * notification (camt.054, entries with return information), of any version: names of elements count, not the namespace.
 */
final class BankReturns {
    private static final int LONGEST_REASON = 500;

    private final List<Returned> returned = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean isKnown;
    private String reference = "";
    private String reason = "";
    private boolean isRejected;
    private boolean isInReason;

    private BankReturns() {}

    /** One payout that came back. */
    record Returned(String reference, String reason) {}

    /** Refuses what is no such file with {@link PayoutError#PAYOUT_INVALID}. */
    static List<Returned> read(byte[] file) {
        BankReturns returns = new BankReturns();
        try {
            returns.walk(factory().createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException e) {
            DomainException refused = PayoutError.PAYOUT_INVALID.because("file", "not_returns");
            refused.addSuppressed(e);
            throw refused;
        }
        if (!returns.isKnown) {
            throw PayoutError.PAYOUT_INVALID.because("file", "not_returns");
        }
        return List.copyOf(returns.returned);
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
                case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT ->
                    end(xml.getLocalName(), text.toString().strip());
                default -> {
                    // comments and the like say nothing
                }
            }
        }
    }

    private void begin(String element) {
        text.setLength(0);
        switch (element) {
            case "CstmrPmtStsRpt", "BkToCstmrDbtCdtNtfctn" -> isKnown = true;
            case "TxInfAndSts", "TxDtls" -> {
                reference = "";
                reason = "";
                isRejected = false;
            }
            case "StsRsnInf" -> isInReason = true;
            case "RtrInf" -> {
                isInReason = true;
                isRejected = true;
            }
            default -> {
                // of no interest
            }
        }
    }

    private void end(String element, String content) {
        switch (element) {
            case "OrgnlEndToEndId", "EndToEndId" -> reference = content;
            case "TxSts" -> isRejected = content.equals("RJCT");
            case "Cd", "Prtry", "AddtlInf" -> addReason(content);
            case "StsRsnInf", "RtrInf" -> isInReason = false;
            case "TxInfAndSts", "TxDtls" -> finish();
            default -> {
                // of no interest
            }
        }
        text.setLength(0);
    }

    private void addReason(String content) {
        if (isInReason && !content.isEmpty()) {
            reason = reason.isEmpty() ? content : reason + " " + content;
        }
    }

    private void finish() {
        if (isRejected && !reference.isEmpty()) {
            String told = reason.isEmpty() ? MallNote.RETURNED_BY_THE_BANK.text() : reason;
            returned.add(new Returned(reference, told.substring(0, Math.min(told.length(), LONGEST_REASON))));
        }
    }
}
