package dev.rialto.web.console.job;

import dev.rialto.exchange.GoodsImports;
import dev.rialto.exchange.ImportRequest;
import dev.rialto.exchange.ImportView;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
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
import java.util.UUID;
import java.util.stream.Stream;

/** Hands in a product file and lists the latest imports. */
@Route(
        path = "/goods/import",
        view = "goods-import",
        who = Who.SELLER,
        permission = "goods.edit",
        menu = Section.GOODS,
        rank = 20)
public class ImportPage implements ConsolePage {
    private static final int LATEST = 20;
    private static final UUID NONE = new UUID(0, 0);

    private final GoodsImports imports;
    private final Categories categories;
    private List<ImportView> latest = List.of();
    private List<CategoryNode> tree = List.of();

    @Inject
    public ImportPage(GoodsImports imports, Categories categories) {
        this.imports = imports;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        latest = imports.latest(visit.caller(), LATEST);
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        Entries entries = visit.entries();
        Part file = entries.file("file").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("file", "required"));
        UUID category = entries.id("categoryId").orElse(NONE);
        entries.check(!category.equals(NONE), "categoryId", "required").raise();
        ImportRequest wish = new ImportRequest(
                null,
                keep(visit, file),
                Objects.requireNonNullElse(file.getSubmittedFileName(), "goods.csv"),
                category,
                entries.text("currency"),
                entries.text("language"),
                entries.optional("encoding").orElse(null),
                entries.ticked("dryRun") ? ImportRequest.Mode.DRY_RUN : ImportRequest.Mode.IMPORT,
                GoodsUpsert.Pieces.FIRST_ONLY);
        UUID run = imports.request(visit.caller(), wish);
        return Outcome.go("/goods/import/" + Ids.external("job", run), "done.import-started");
    }

    private UUID keep(Visit visit, Part file) {
        try (InputStream stream = file.getInputStream()) {
            return imports.keep(visit.caller(), null, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<ImportView> latest() {
        return latest;
    }

    public String path(ImportView run) {
        return "/goods/import/" + Ids.external("job", run.run().id());
    }

    public String tone(ImportView run) {
        return ImportWords.tone(run.run().state());
    }

    /** The minor categories under their major ones. */
    public List<Option> categories() {
        return tree.stream()
                .flatMap(major -> major.children().stream()
                        .map(minor -> new Option(minor.id().toString(), minor.name(), major.name())))
                .toList();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(code -> new Option(code, code))
                .toList();
    }

    public List<Option> languages(Visit visit) {
        return visit.house().languages().stream()
                .map(code -> new Option(code, visit.show().language(code)))
                .toList();
    }

    public List<Option> encodings() {
        return Stream.of("EUC-KR", "Shift_JIS", "GBK", "windows-1252")
                .map(name -> new Option(name, name))
                .toList();
    }
}
