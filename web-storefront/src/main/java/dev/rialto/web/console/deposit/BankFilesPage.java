package dev.rialto.web.console.deposit;

import dev.rialto.bankfile.BankFileView;
import dev.rialto.bankfile.BankFiles;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Takes a file of the bank in and lists the latest ones (D80). */
@Route(
        path = "/deposits/files",
        view = "bank-files",
        who = Who.OPERATOR,
        permission = "payment.confirm",
        menu = Section.ORDERS,
        rank = 25)
public class BankFilesPage implements ConsolePage {
    private static final int LATEST = 50;

    private final BankFiles files;
    private List<BankFileView> latest = List.of();

    @Inject
    public BankFilesPage(BankFiles files) {
        this.files = files;
    }

    @Override
    public Outcome open(Visit visit) {
        latest = files.latest(visit.caller(), LATEST);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("take")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        Part part = visit.entries()
                .file("file")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("file", "required"));
        BankFileView taken = files.take(
                visit.caller(), Objects.requireNonNullElse(part.getSubmittedFileName(), "file"), content(part));
        return Outcome.go(path(taken), taken.isRead() ? "done.bank-file" : "", taken.name());
    }

    /** One byte more than is allowed tells that it is too large; the rest is not read. */
    private static byte[] content(Part part) {
        try (InputStream stream = part.getInputStream()) {
            return stream.readNBytes(BankFiles.LARGEST + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<BankFileView> latest() {
        return latest;
    }

    /** Where it goes on: to its credits, or to the naming of its columns. */
    public String path(BankFileView file) {
        String id = Ids.external("bankfile", file.id());
        return file.isRead() ? "/deposits/entries?file=" + id : "/deposits/files/" + id;
    }
}
