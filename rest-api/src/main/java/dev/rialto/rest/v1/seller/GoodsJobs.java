package dev.rialto.rest.v1.seller;

import dev.rialto.exchange.GoodsLine;
import dev.rialto.exchange.ImportRequest;
import dev.rialto.exchange.ImportView;
import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.kernel.Money;
import dev.rialto.platform.JobError;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jobs of many goods in the contract's form. */
public final class GoodsJobs {
    private GoodsJobs() {}

    /**
     * A job as it stands.
     *
     * @param state requested, running, completed, failed or cancelled
     * @param mode import or dry_run
     * @param rows of the file, when known
     * @param done rows worked on
     * @param refused goods that were left out
     * @param warnings things goods went in without
     * @param message why it failed
     */
    public record GoodsJob(
            String id,
            String state,
            String mode,
            @Nullable Long rows,
            long done,
            long created,
            long updated,
            long unchanged,
            long refused,
            long warnings,
            @Nullable String message,
            Instant requestedAt,
            @Nullable Instant finishedAt) {}

    /**
     * What a row could not be taken with.
     *
     * @param row line of the file; of goods handed in as JSON the first variant is row 2, the next row 3
     * @param field column of the file
     * @param severity error: it was left out; warning: it went in without this
     */
    public record RowError(
            int number,
            @Nullable Long row,
            @Nullable String field,
            String code,
            @Nullable String value,
            String severity) {}

    /** A page of findings. */
    public record RowErrors(List<RowError> items, @Nullable String next) {}

    /**
     * Goods to be made, or changed when their handle is known.
     *
     * @param handle the seller's own name for them
     * @param category name of a category of the second level, if not that of the job
     * @param state active, draft or archived
     * @param optionNames up to three
     * @param pictures public addresses
     */
    public record TypedGoods(
            String handle,
            String title,
            @Nullable String bodyHtml,
            @Nullable String vendor,
            @Nullable String category,
            @Nullable List<String> tags,
            @Nullable String state,
            @Nullable List<String> optionNames,
            List<TypedVariant> variants,
            @Nullable List<String> pictures) {}

    /**
     * A variant to be sold.
     *
     * @param options its values, in the order of the names
     * @param quantity units in stock
     */
    public record TypedVariant(
            @Nullable List<String> options,
            @Nullable String sku,
            @Nullable String barcode,
            @Nullable Long grams,
            @Nullable Long quantity,
            Money price,
            @Nullable Money compareAt) {}

    /**
     * Many goods to be taken in.
     *
     * @param mode import, or dry_run to be told what an import would do
     * @param category slug of a category of the second level, for goods that name none
     * @param currency of the prices, ISO 4217
     * @param language of the texts, two letters
     */
    public record TypedGoodsJob(
            String mode, String category, String currency, String language, List<TypedGoods> goods) {}

    static GoodsLine line(TypedGoods goods) {
        return new GoodsLine(
                goods.handle(),
                goods.title(),
                goods.bodyHtml(),
                goods.vendor(),
                goods.category(),
                orEmpty(goods.tags()),
                goods.state(),
                orEmpty(goods.optionNames()),
                goods.variants().stream().map(GoodsJobs::variant).toList(),
                orEmpty(goods.pictures()));
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private static GoodsLine.Variant variant(TypedVariant variant) {
        return new GoodsLine.Variant(
                orEmpty(variant.options()),
                variant.sku(),
                variant.barcode(),
                variant.grams(),
                variant.quantity(),
                variant.price(),
                variant.compareAt());
    }

    static ImportRequest request(TypedGoodsJob wanted, UUID upload, String name, UUID category) {
        return new ImportRequest(
                null,
                upload,
                name,
                category,
                wanted.currency(),
                wanted.language(),
                null,
                mode(wanted.mode()),
                GoodsUpsert.Pieces.FIRST_ONLY);
    }

    private static ImportRequest.Mode mode(String text) {
        return switch (text) {
            case "import" -> ImportRequest.Mode.IMPORT;
            case "dry_run" -> ImportRequest.Mode.DRY_RUN;
            default -> throw GatewayError.INVALID_BODY.because("mode", "unknown_value");
        };
    }

    static UUID category(List<CategoryNode> tree, String slug) {
        return tree.stream()
                .flatMap(major -> major.children().stream())
                .filter(minor -> minor.slug().equals(slug))
                .map(CategoryNode::id)
                .findFirst()
                .orElseThrow(() -> GatewayError.INVALID_BODY.because("category", "not_second_level"));
    }

    static GoodsJob job(ImportView view) {
        return new GoodsJob(
                Wire.text(Wire.JOB, view.run().id()),
                view.run().state().name().toLowerCase(Locale.ROOT),
                view.request().mode().name().toLowerCase(Locale.ROOT),
                view.run().total(),
                view.run().done(),
                view.created(),
                view.updated(),
                view.unchanged(),
                view.refused(),
                view.warnings(),
                view.run().message(),
                view.run().requestedAt(),
                view.run().finishedAt());
    }

    static RowError error(JobError error) {
        return new RowError(
                error.number(), error.line(), error.columnName(), error.code(), error.value(), error.severity());
    }

    /** The findings as a table; no cell can become a formula. */
    static String table(List<JobError> errors) {
        return errors.stream()
                .map(error -> List.of(
                                String.valueOf(error.number()),
                                error.line() == null ? "" : String.valueOf(error.line()),
                                Wire.orEmpty(error.columnName()),
                                error.code(),
                                Wire.orEmpty(error.value()),
                                error.severity())
                        .stream()
                        .map(GoodsJobs::cell)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "number,row,field,code,value,severity\r\n", "\r\n"));
    }

    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r'].*") ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
