package dev.rialto.web.console.verification;

import dev.rialto.verification.Verifications;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;

/** Hands a document out as a file to be kept; no browser shows it as a page of the console. */
@Route(path = "/verification-documents/{document}", view = "verification", permission = "seller.view")
public class DocumentPage implements ConsolePage {
    private final Verifications files;

    @Inject
    public DocumentPage(Verifications files) {
        this.files = files;
    }

    @Override
    public Outcome open(Visit visit) {
        Verifications.Content document = files.document(visit.caller(), visit.id("document"));
        visit.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        return new Outcome.Send(fileName(document), document.mediaType(), document.bytes());
    }

    /** A picture was encoded anew: its name says what it is now. */
    private static String fileName(Verifications.Content document) {
        String plain = document.fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return plain + (document.mediaType().equals("application/pdf") ? ".pdf" : ".jpg");
    }
}
