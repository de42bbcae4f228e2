package dev.rialto.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rialto.exchange.ImportRequest.Mode;
import dev.rialto.goods.GoodsFilter;
import dev.rialto.goods.GoodsFixture;
import dev.rialto.goods.GoodsUpsert.Pieces;
import dev.rialto.goods.GoodsView;
import dev.rialto.goods.Shelf;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRunView.State;
import dev.rialto.platform.TestMall;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("A2")
class GoodsImportIT {
    static final String HEADINGS = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,"
            + "Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Alt Text\n";

    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture fixture;
    static GoodsImports imports;
    static ImportWork work;
    static HttpServer pictures;
    static UUID seller;
    static UUID other;
    static Caller staff;
    static final Caller WORKER = GoodsFixture.worker();

    @BeforeAll
    static void open() throws IOException {
        pictures = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hand("/picture.png", picture(40));
        hand("/other.png", picture(50));
        pictures.createContext("/text.png", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("text".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        pictures.start();
        System.setProperty(
                "rialto.import.allowed-targets",
                "localhost:" + pictures.getAddress().getPort());
        mall = TestMall.empty(folder);
        fixture = new GoodsFixture(mall, 0);
        imports = mall.get(GoodsImports.class);
        work = mall.get(ImportWork.class);
        seller = fixture.seller("Seller");
        other = fixture.seller("Other");
        staff = GoodsFixture.staff(seller);
    }

    private static void hand(String path, byte[] picture) {
        pictures.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
    }

    private static byte[] picture(int width) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @AfterAll
    static void close() {
        mall.close();
        pictures.stop(0);
        System.clearProperty("rialto.import.allowed-targets");
    }

    static String address(String path) {
        return "http://localhost:" + pictures.getAddress().getPort() + path;
    }

    static ImportView importingAs(UUID tenant, byte[] file) {
        Caller people = GoodsFixture.staff(tenant);
        UUID run = request(people, file, null, Mode.IMPORT);
        work("unit", Integer.MAX_VALUE);
        return imports.view(people, run);
    }

    static UUID request(byte[] file, String encoding, Mode mode) {
        return request(staff, file, encoding, mode);
    }

    private static UUID request(Caller people, byte[] file, String encoding, Mode mode) {
        UUID upload = imports.keep(people, null, new ByteArrayInputStream(file));
        return imports.request(
                people,
                new ImportRequest(
                        null, upload, "goods.csv", fixture.shirts, "USD", "en", encoding, mode, Pieces.FIRST_ONLY));
    }

    /** Works as the job does, in chunks of two; stops short after so many chunks. */
    static void work(String unit, int chunks) {
        UUID run = work.claim(WORKER, unit).orElseThrow();
        work.open(WORKER, run, unit).ifPresent(open -> {
            if (workOff(open, chunks)) {
                work.end(WORKER, run, open);
            }
        });
    }

    private static boolean workOff(ImportRun run, int chunks) {
        for (int i = 0; i < chunks; i++) {
            List<ImportRun.Item> items = new ArrayList<>();
            ImportRun.Item next = run.next();
            while (next != null) {
                items.add(run.illustrate(next));
                next = items.size() == 2 ? null : run.next();
            }
            if (items.isEmpty() || !run.write(items)) {
                return true;
            }
        }
        return false;
    }

    static ImportView importing(String rows) {
        return importing((HEADINGS + rows).getBytes(StandardCharsets.UTF_8), null, Mode.IMPORT);
    }

    static ImportView importing(byte[] file, String encoding, Mode mode) {
        UUID run = request(file, encoding, mode);
        work("unit", Integer.MAX_VALUE);
        return imports.view(staff, run);
    }

    static List<JobError> errors(ImportView view) {
        return errors(staff, view);
    }

    private static List<JobError> errors(Caller people, ImportView view) {
        return imports.errors(people, view.run().id(), 0, 100);
    }

    static GoodsView page(String slug) {
        return mall.get(Shelf.class)
                .goods(GoodsFixture.shopper(), fixture.mallSite, slug, "en", "USD")
                .orElseThrow();
    }

    @Test
    void takesVariantsOptionsPicturesBodiesPricesAndStock() {
        ImportView view = importing(
                "bracelet,Bracelet,<p>Fine</p><script>x</script>,Maker,Shoes,\"Gold, Beads\",true,Color,Blue,B-1,3,42.99,44.99,"
                        + address("/picture.png") + ",Blue one\n"
                        + "bracelet,,,,,,,,Black,B-2,0,41,,,\n"
                        + "bracelet,,,,,,,,,,,,," + address("/picture.png") + ",\n"
                        + "shirt-one,Plain,,,,,true,Title,Default Title,,1,50,,,\n");
        assertThat(view.run().state()).isEqualTo(State.COMPLETED);
        assertThat(view.created()).isEqualTo(2);
        assertThat(view.run().done()).isEqualTo(4).isEqualTo(view.run().total());
        GoodsView bracelet = page("bracelet");
        assertThat(bracelet.bodyHtml()).isEqualTo("<p>Fine</p>");
        assertThat(bracelet.path()).extracting(GoodsView.Crumb::slug).containsExactly("clothing", "shoes");
        assertThat(bracelet.variants()).extracting(GoodsView.Variant::title).containsExactly("Blue", "Black");
        assertThat(bracelet.variants()).extracting(GoodsView.Variant::listPrice).containsExactly(4299L, 4100L);
        assertThat(bracelet.variants().get(0).compareAt()).isEqualTo(4499);
        assertThat(bracelet.variants().get(0).available()).isEqualTo(3);
        assertThat(bracelet.pictures()).hasSize(2).first().satisfies(one -> assertThat(one.alt())
                .isEqualTo("Blue one"));
        assertThat(page("shirt-one").optionNames()).isEmpty();
        assertThat(page("shirt-one").variants().get(0).listPrice()).isEqualTo(5000);
    }

    @Test
    void theSameFileTwiceMakesNothingTwiceAndKeepsWhatWasSold() {
        String rows = "twice,Twice,,,,,true,Title,Default Title,T-1,5,1.50,,,\n";
        importing(rows);
        UUID variant = page("twice").variants().get(0).id();
        mall.execute("update stock set on_hand = 2 where variant_id = ?", variant);
        ImportView again = importing(rows);
        assertThat(again.created() + again.updated()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(page("twice").variants()).singleElement().satisfies(same -> {
            assertThat(same.id()).isEqualTo(variant);
            assertThat(same.available()).isEqualTo(2);
        });
        assertThat(mall.value(Long.class, "select count(*) from price_history where variant_id = ?", variant))
                .isEqualTo(1);
    }

    @Test
    void everyBadRowIsToldByLineAndColumnAndTheGoodOnesGoIn() {
        ImportView view = importing("""
                good,Good,,,,,true,Title,Default Title,,1,1,,,
                negative,Negative,,,,,true,Title,Default Title,,1,-1,,,
                mixed,Mixed,,,,,true,Size,S,,1,2,,,
                mixed,,,,,,,,M,,many,2,,,
                mixed,,,,,,,,L,,1,2,,,
                untitled,,,,,,true,Title,Default Title,,1,3,,,
                ,No handle,,,,,true,Title,Default Title,,1,3,,,
                cents,Cents,,,,,true,Title,Default Title,,1,3.999,,,
                good,Again,,,,,true,Title,Default Title,,1,3,,,
                last,"Last, with
                two lines",,,,,true,Title,Default Title,,-4,3,1,,
                """);
        assertThat(view.run().state()).isEqualTo(State.COMPLETED);
        assertThat(errors(view))
                .extracting(error -> error.line() + " " + error.columnName() + " " + error.code())
                .containsExactly(
                        "3 Variant Price negative",
                        "5 Variant Inventory Qty not_a_number",
                        "7 Title required",
                        "8 Handle required",
                        "9 Variant Price too_many_decimals",
                        "10 Handle not_together",
                        "11 Variant Inventory Qty negative_taken_as_none",
                        "11 Variant Compare At Price below_price");
        assertThat(view.created()).isEqualTo(3);
        assertThat(view.refused()).isEqualTo(5);
        assertThat(view.warnings()).isEqualTo(2);
        assertThat(page("mixed").variants())
                .extracting(GoodsView.Variant::title)
                .containsExactly("S", "L");
    }

    @Test
    void aTakenSkuIsToldAtItsLine() {
        ImportView view = importing("""
                sku-a,A,,,,,true,Title,Default Title,TAKEN,1,1,,,
                sku-b,B,,,,,true,Size,S,FREE,1,1,,,
                sku-b,,,,,,,,M,TAKEN,1,1,,,
                """);
        assertThat(errors(view)).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(4);
            assertThat(error.columnName()).isEqualTo("Variant SKU");
            assertThat(error.code()).isEqualTo("taken");
        });
    }

    @Test
    void picturesThatCannotBeHadAreWarnings() {
        ImportView view = importing("pics,Pics,,,,,true,Title,Default Title,,1,1,," + address("/none.png") + ",\n"
                + "pics,,,,,,,,,,,,," + address("/text.png") + ",\n"
                + "pics,,,,,,,,,,,,,http://127.0.0.1:1/x.png,\n"
                + "pics,,,,,,,,,,,,,http://169.254.169.254/x.png,\n"
                + "pics,,,,,,,,,,,,,file:///etc/passwd,\n"
                + "pics,,,,,,,,,,,,," + address("/picture.png") + ",\n");
        assertThat(errors(view))
                .extracting(JobError::code)
                .containsExactly(
                        "picture_answer_404",
                        "not_a_picture",
                        "picture_address_not_public",
                        "picture_address_not_public",
                        "picture_address_invalid");
        assertThat(errors(view))
                .allSatisfy(error -> assertThat(error.severity()).isEqualTo("warning"));
        assertThat(page("pics").pictures()).hasSize(1);
    }

    @Test
    void aRunThatDiedGoesOnWithoutDoubles() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            rows.append("resume-")
                    .append(i)
                    .append(",Resume ")
                    .append(i)
                    .append(",,,,,true,Title,Default Title,,1,")
                    .append(i == 1 ? "-1" : "1")
                    .append(",,,\n");
        }
        UUID run = request((HEADINGS + rows).getBytes(StandardCharsets.UTF_8), null, Mode.IMPORT);
        work("dead", 2);
        assertThat(imports.view(staff, run).run().done()).isEqualTo(4);
        mall.execute("update job_run set heartbeat_at = heartbeat_at - interval '1 hour' where id = ?", run);
        work("heir", Integer.MAX_VALUE);
        ImportView view = imports.view(staff, run);
        assertThat(view.run().state()).isEqualTo(State.COMPLETED);
        assertThat(view.created()).isEqualTo(8);
        assertThat(view.updated()).isZero();
        assertThat(errors(view)).hasSize(1);
        assertThat(mall.value(Long.class, "select count(*) from goods where import_handle like 'resume-%'"))
                .isEqualTo(8);
    }

    @Test
    void aUnitWhoseRunWasTakenOverWritesNothingMore() {
        UUID run = request(
                (HEADINGS + "taken-a,A,,,,,true,Title,Default Title,,1,1,,,\n").getBytes(StandardCharsets.UTF_8),
                null,
                Mode.IMPORT);
        assertThat(work.claim(WORKER, "slow")).contains(run);
        ImportRun slow = work.open(WORKER, run, "slow").orElseThrow();
        mall.execute("update job_run set heartbeat_at = heartbeat_at - interval '1 hour' where id = ?", run);
        work("quick", Integer.MAX_VALUE);
        assertThat(workOff(slow, 1)).isTrue();
        work.end(WORKER, run, slow);
        assertThat(imports.view(staff, run).created()).isEqualTo(1);
    }

    @Test
    void aCancelledRunKeepsWhatIsIn() {
        UUID run = request((HEADINGS + """
                stop-a,A,,,,,true,Title,Default Title,,1,1,,,
                stop-b,B,,,,,true,Title,Default Title,,1,1,,,
                stop-c,C,,,,,true,Title,Default Title,,1,1,,,
                """).getBytes(StandardCharsets.UTF_8), null, Mode.IMPORT);
        assertThat(work.claim(WORKER, "unit")).contains(run);
        ImportRun open = work.open(WORKER, run, "unit").orElseThrow();
        imports.cancel(staff, run);
        assertThat(workOff(open, 5)).isTrue();
        work.end(WORKER, run, open);
        assertThat(imports.view(staff, run).run().state()).isEqualTo(State.CANCELLED);
        assertThat(imports.view(staff, run).run().done()).isEqualTo(2);
        assertThatThrownBy(() -> imports.cancel(staff, run)).hasMessageContaining("job_ended");
    }

    @Test
    void aDryRunTellsAllAndWritesNothing() {
        byte[] file = (HEADINGS
                        + "dry,Dry,,,,,true,Title,Default Title,,1,1,,,\nwet,Wet,,,,,true,Title,Default Title,,1,-1,,,\n")
                .getBytes(StandardCharsets.UTF_8);
        ImportView view = importing(file, null, Mode.DRY_RUN);
        assertThat(view.created()).isEqualTo(1);
        assertThat(view.refused()).isEqualTo(1);
        assertThat(mall.value(Long.class, "select count(*) from goods where import_handle in ('dry', 'wet')"))
                .isZero();
    }

    @Test
    void aVariantWhoseRowIsWrongStaysAsItWas() {
        importing("kept,Kept,,,,,true,Size,S,K-S,5,10,,,\nkept,,,,,,,,M,K-M,5,11,,,\n");
        ImportView again = importing("kept,Kept,,,,,true,Size,S,K-S,5,12,,,\nkept,,,,,,,,M,K-M,5,-11,,,\n");
        assertThat(again.updated()).isEqualTo(1);
        assertThat(again.run().failed() + again.refused()).isZero();
        assertThat(page("kept").variants())
                .extracting(GoodsView.Variant::listPrice)
                .containsExactlyInAnyOrder(1200L, 1100L);
    }

    private static byte[] exported(UUID tenant, String text, String currency) {
        Caller reader = Caller.tenant(tenant, null, Set.of("goods.view"), "export");
        return mall.get(ProductExport.class)
                .file(reader, new GoodsFilter(null, null, text, null, null, "en", currency, null, 1));
    }

    private static void requireUnchanged(ImportView view, int goods) {
        assertThat(view.run().state()).isEqualTo(State.COMPLETED);
        assertThat(errors(view)).isEmpty();
        assertThat(view.unchanged()).isEqualTo(goods);
        assertThat(view.created() + view.updated() + view.refused() + view.warnings())
                .isZero();
    }

    @Test
    void whatIsExportedIsTakenInAgainAndChangesNothing() {
        importing("out,=Sum,<p>Body</p>,Maker,Shoes,\"Gold, Beads\",true,Size,S,O-S,5,10,12," + address("/picture.png")
                + ",A picture\nout,,,,,,,,M,O-M,3,11,,,\n");
        mall.execute("update goods set attributes = '{\"fibre\": \"wool\"}' where import_handle = 'out'");
        mall.execute("update goods_text set summary = 'In short' where title = '=Sum'");
        mall.execute("update variant set option_texts = '{\"ko\": [\"작은\"]}' where sku = 'O-S'");
        mall.execute("update goods_picture set alt = alt || '{\"ko\": \"사진\"}' where alt ->> 'en' = 'A picture'");
        byte[] file = exported(seller, "out", "USD");
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("'=Sum", "shoes", "1600.jpg");
        GoodsView before = page("out");
        long version = version("out");
        requireUnchanged(importing(file, null, Mode.DRY_RUN), 1);
        requireUnchanged(importing(file, null, Mode.IMPORT), 1);
        assertThat(page("out")).isEqualTo(before);
        assertThat(version("out")).isEqualTo(version);
        assertThat(exported(seller, "out", "USD")).isEqualTo(file);
    }

    private static long version(String handle) {
        return mall.value(Long.class, "select version from goods where import_handle = ?", handle);
    }

    @Test
    void onlyWhatDiffersIsUpdatedAndTheDryRunSaysSo() {
        String rows = "same,Same,,,,,true,Title,Default Title,,1,1,,,\n%s,,,,,true,Title,Default Title,,1,%s,,,\n";
        importing(rows.formatted("other,Other", "1"));
        for (String changed : List.of("other,Another title|1", "other,Other|2")) {
            String[] change = changed.split("\\|");
            byte[] file = (HEADINGS + rows.formatted(change[0], change[1])).getBytes(StandardCharsets.UTF_8);
            ImportView told = importing(file, null, Mode.DRY_RUN);
            ImportView done = importing(file, null, Mode.IMPORT);
            assertThat(List.of(told.updated(), told.unchanged())).containsExactly(1L, 1L);
            assertThat(List.of(done.updated(), done.unchanged())).containsExactly(1L, 1L);
        }
    }

    @Test
    void goodsInAnotherCurrencyAndWithoutPriceSurviveTheWayOutAndIn() {
        importing("round-won,Round won,,,,,true,Size,S,,1,1,,,\nround-won,,,,,,,,M,,1,2,,,\n"
                + "round-none,Round none,,,,,false,Title,Default Title,,1,1,,,\n");
        mall.execute("""
                update price set currency = 'KRW', amount = 12000 where variant_id = (select v.id from variant v
                    join goods g on g.id = v.goods_id where g.import_handle = 'round-won' and v.option_values = '{S}')
                """);
        mall.execute("""
                delete from price where variant_id in (select v.id from variant v
                    join goods g on g.id = v.goods_id where g.import_handle = 'round-none')
                """);
        byte[] file = exported(seller, "round", "USD");
        requireUnchanged(importing(file, null, Mode.IMPORT), 2);
        assertThat(exported(seller, "round", "USD")).isEqualTo(file);
        requireUnchanged(importing(exported(seller, "round", "KRW"), null, Mode.IMPORT), 2);
        assertThat(mall.value(Long.class, "select amount from price where currency = 'KRW' and amount = 12000"))
                .isEqualTo(12000);
    }

    @Test
    void picturesGoAlongToAnotherSellerWhereTheyAreShown() {
        importing("along,Along shown,,,,,true,Title,Default Title,,1,1,," + address("/picture.png") + ",Seen\n"
                + "hidden,Along hidden,,,,,true,Title,Default Title,,1,1,," + address("/other.png") + ",Not seen\n");
        byte[] file = exported(seller, "along", "USD");
        mall.execute("update goods set state = 'withdrawn' where import_handle = 'hidden'");
        ImportView taken = importingAs(other, file);
        assertThat(taken.created()).isEqualTo(2);
        assertThat(errors(GoodsFixture.staff(other), taken)).singleElement().satisfies(error -> assertThat(
                        error.code() + " " + error.severity())
                .isEqualTo("picture_not_shown warning"));
        assertThat(mall.value(String.class, """
                        select string_agg(g.import_handle || ' ' || (p.alt ->> 'en'), ',') from goods g
                        join goods_picture p on p.goods_id = g.id where g.tenant_id = ?
                        """, other)).isEqualTo("along Seen");
        mall.execute("update goods set state = 'deleted' where tenant_id = ?", other);
    }

    @Test
    void readsMarksAndStatedEncodingsAndRefusesWrongOnes() {
        String rows = HEADINGS + "%s,한국어 셔츠,,,,,true,Title,Default Title,,1,1,,,\n";
        importing(("\uFEFF" + rows.formatted("bom-8")).getBytes(StandardCharsets.UTF_8), null, Mode.IMPORT);
        importing(("\uFEFF" + rows.formatted("bom-16")).getBytes(StandardCharsets.UTF_16LE), null, Mode.IMPORT);
        importing(rows.formatted("euc").getBytes(Charset.forName("EUC-KR")), "EUC-KR", Mode.IMPORT);
        for (String slug : List.of("bom-8", "bom-16", "euc")) {
            assertThat(page(slug).title()).isEqualTo("한국어 셔츠");
        }
        ImportView wrong = importing(rows.formatted("wrong").getBytes(Charset.forName("EUC-KR")), null, Mode.IMPORT);
        assertThat(wrong.run().state()).isEqualTo(State.FAILED);
        assertThat(errors(wrong)).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("wrong_encoding");
            assertThat(error.line()).isEqualTo(2);
        });
    }

    @Test
    void missingColumnsAndBrokenQuotesFailWithTheirPlace() {
        ImportView missing = importing("Handle,Title\na,b\n".getBytes(StandardCharsets.UTF_8), null, Mode.IMPORT);
        assertThat(missing.run().state()).isEqualTo(State.FAILED);
        assertThat(errors(missing)).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("missing_column");
            assertThat(error.columnName()).isEqualTo("Variant Price");
        });
        ImportView broken =
                importing("before,Before,,,,,true,Title,Default Title,,1,1,,,\nafter,\"After,,,,,true\nmore,x\n");
        assertThat(broken.run().state()).isEqualTo(State.FAILED);
        assertThat(broken.created()).isEqualTo(1);
        assertThat(errors(broken)).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("broken_quotes");
            assertThat(error.line()).isEqualTo(3);
        });
    }

    @Test
    void scriptInEveryTextIsInertText() {
        String script = "<script>alert(1)</script>";
        importing("xss,%1$s,%1$s<b>ok</b>,%1$s,%1$s,%1$s,true,%1$s,%1$s,%1$s,1,1,,,%1$s\n".formatted(script));
        GoodsView page = page("xss");
        assertThat(page.bodyHtml()).isEqualTo("<b>ok</b>");
        assertThat(page.title()).isEqualTo(script);
    }

    @Test
    void semicolonsAndTabsSeparateToo() {
        importing(
                (HEADINGS + "semi,Semi,,,,,true,Title,Default Title,,1,1,,,\n")
                        .replace(',', ';')
                        .getBytes(StandardCharsets.UTF_8),
                null,
                Mode.IMPORT);
        assertThat(page("semi").title()).isEqualTo("Semi");
    }

    @Test
    void wrongRequestsAreNamed() {
        assertThatThrownBy(() -> imports.keep(staff, null, new ByteArrayInputStream(new byte[0])))
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> imports.request(
                        staff,
                        new ImportRequest(
                                null,
                                UUID.randomUUID(),
                                "x",
                                fixture.clothing,
                                "QQQ",
                                "english",
                                "martian",
                                Mode.IMPORT,
                                Pieces.COUNTED)))
                .hasMessageContaining("upload")
                .hasMessageContaining("categoryId")
                .hasMessageContaining("currency")
                .hasMessageContaining("language")
                .hasMessageContaining("encoding");
    }

    @Test
    void theOtherTenantSeesNothing() {
        ImportView mine = importing("mine,Mine,,,,,true,Title,Default Title,,1,-1,,,\n");
        Caller stranger = GoodsFixture.staff(other);
        assertThat(imports.latest(stranger, 10)).isEmpty();
        assertThat(imports.errors(stranger, mine.run().id(), 0, 10)).isEmpty();
        assertThatThrownBy(() -> imports.view(stranger, mine.run().id())).hasMessageContaining("job_not_found");
        assertThatThrownBy(() -> imports.request(
                        stranger,
                        new ImportRequest(
                                null,
                                mine.request().upload(),
                                "x",
                                fixture.shirts,
                                "USD",
                                "en",
                                null,
                                Mode.IMPORT,
                                Pieces.COUNTED)))
                .hasMessageContaining("upload");
        assertThatThrownBy(() -> imports.keep(GoodsFixture.shopper(), seller, new ByteArrayInputStream(new byte[1])))
                .hasMessageContaining("not_allowed");
    }

    @Test
    void takesTheGivenFilesWhereTheyAre() throws IOException {
        Path given = Path.of(System.getProperty("rialto.product-files", "product-files"));
        Assumptions.assumeTrue(Files.isDirectory(given), "no product files in " + given);
        for (String name : List.of("apparel", "home-and-garden", "jewelery")) {
            ImportView view = importing(Files.readAllBytes(given.resolve(name + ".csv")), null, Mode.DRY_RUN);
            assertThat(view.run().state()).isEqualTo(State.COMPLETED);
            assertThat(view.created()).isGreaterThan(10);
            assertThat(errors(view))
                    .filteredOn(error -> error.severity().equals("error"))
                    .isEmpty();
        }
    }
}
