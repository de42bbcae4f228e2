package dev.rialto.exchange;

import static dev.rialto.exchange.ProductColumn.BARCODE;
import static dev.rialto.exchange.ProductColumn.BODY;
import static dev.rialto.exchange.ProductColumn.COMPARE_AT;
import static dev.rialto.exchange.ProductColumn.CURRENCY;
import static dev.rialto.exchange.ProductColumn.GIFT_CARD;
import static dev.rialto.exchange.ProductColumn.GRAMS;
import static dev.rialto.exchange.ProductColumn.HANDLE;
import static dev.rialto.exchange.ProductColumn.LANGUAGE;
import static dev.rialto.exchange.ProductColumn.OPTION1_NAME;
import static dev.rialto.exchange.ProductColumn.OPTION1_VALUE;
import static dev.rialto.exchange.ProductColumn.OPTION2_NAME;
import static dev.rialto.exchange.ProductColumn.OPTION2_VALUE;
import static dev.rialto.exchange.ProductColumn.OPTION3_NAME;
import static dev.rialto.exchange.ProductColumn.OPTION3_VALUE;
import static dev.rialto.exchange.ProductColumn.PICTURE;
import static dev.rialto.exchange.ProductColumn.PICTURE_ALT;
import static dev.rialto.exchange.ProductColumn.POLICY;
import static dev.rialto.exchange.ProductColumn.PRICE;
import static dev.rialto.exchange.ProductColumn.PUBLISHED;
import static dev.rialto.exchange.ProductColumn.QUANTITY;
import static dev.rialto.exchange.ProductColumn.SKU;
import static dev.rialto.exchange.ProductColumn.STATUS;
import static dev.rialto.exchange.ProductColumn.TAGS;
import static dev.rialto.exchange.ProductColumn.TAXABLE;
import static dev.rialto.exchange.ProductColumn.TAX_CLASS;
import static dev.rialto.exchange.ProductColumn.TITLE;
import static dev.rialto.exchange.ProductColumn.TYPE;
import static dev.rialto.exchange.ProductColumn.VENDOR;

import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.goods.VariantSpec;
import dev.rialto.goods.VariantSpec.ListPrice;
import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one product into goods, and notes by line and column what is wrong with them. */
final class ProductReading {
    private static final List<ProductColumn> NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);
    private static final List<ProductColumn> VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);
    private static final int LONGEST_NUMBER = 20;

    private final ImportRequest request;
    private final Map<String, UUID> categories;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> variantLines = new ArrayList<>();

    /** @param categories second-level categories by name and slug, in small letters */
    ProductReading(ImportRequest request, Map<String, UUID> categories) {
        this.request = request;
        this.categories = categories;
    }

    Product read(List<ProductRow> rows) {
        ProductRow first = rows.get(0);
        requireText(first, HANDLE);
        requireText(first, TITLE);
        if (flag(first, GIFT_CARD, false)) {
            wrong(first, GIFT_CARD, "gift_card");
        }
        List<String> names = optionNames(first);
        boolean isRefused = !findings.isEmpty();
        List<VariantSpec> variants = new ArrayList<>();
        int before = errors();
        List<PictureAddress> pictures = new ArrayList<>();
        for (ProductRow row : rows) {
            if (row == first || hasVariant(row)) {
                variant(row, names).ifPresent(variants::add);
            }
            picture(row).ifPresent(pictures::add);
        }
        @Nullable
        GoodsUpsert upsert = isRefused || variants.isEmpty() ? null : upsert(first, names, variants, errors() > before);
        return new Product(first.cell(HANDLE), rows.size(), first.line(), variantLines, upsert, pictures, findings);
    }

    /** @param broken true when a variant could not be read: what it was stays */
    private GoodsUpsert upsert(ProductRow first, List<String> names, List<VariantSpec> variants, boolean broken) {
        GoodsDetails.Text text = new GoodsDetails.Text(first.cell(TITLE), "", first.cell(BODY), names);
        String language = first.has(LANGUAGE) ? first.cell(LANGUAGE) : request.language();
        GoodsDetails details = new GoodsDetails(
                categories.getOrDefault(first.cell(TYPE).toLowerCase(Locale.ROOT), request.categoryId()),
                taxClass(first),
                first.has(VENDOR) ? first.cell(VENDOR) : null,
                tags(first),
                Map.of(),
                language,
                Map.of(language, text));
        return new GoodsUpsert(
                request.tenantId(),
                first.cell(HANDLE),
                details,
                variants,
                null,
                state(first),
                request.pieces(),
                broken ? GoodsUpsert.Others.KEPT : GoodsUpsert.Others.REMOVED);
    }

    private String taxClass(ProductRow first) {
        if (first.has(TAX_CLASS)) {
            return first.cell(TAX_CLASS);
        }
        return flag(first, TAXABLE, true) ? "standard" : "zero";
    }

    private static List<String> tags(ProductRow row) {
        return Arrays.stream(row.cell(TAGS).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private GoodsState state(ProductRow row) {
        boolean isPublished = flag(row, PUBLISHED, true);
        return switch (row.cell(STATUS).toLowerCase(Locale.ROOT)) {
            case "draft" -> GoodsState.DRAFT;
            case "archived" -> GoodsState.WITHDRAWN;
            default -> isPublished ? GoodsState.ON_SALE : GoodsState.DRAFT;
        };
    }

    /** The form writes goods without options as one option {@code Title} with the value {@code Default Title}. */
    private static List<String> optionNames(ProductRow first) {
        if (first.cell(OPTION1_NAME).equalsIgnoreCase("Title")
                && first.cell(OPTION1_VALUE).equalsIgnoreCase("Default Title")) {
            return List.of();
        }
        return NAMES.stream()
                .map(first::cell)
                .takeWhile(name -> !name.isEmpty())
                .toList();
    }

    private static boolean hasVariant(ProductRow row) {
        return Stream.concat(VALUES.stream(), Stream.of(SKU, PRICE, QUANTITY)).anyMatch(row::has);
    }

    private java.util.Optional<VariantSpec> variant(ProductRow row, List<String> names) {
        int before = errors();
        List<String> values =
                VALUES.subList(0, names.size()).stream().map(row::cell).toList();
        for (int i = 0; i < names.size(); i++) {
            requireText(row, VALUES.get(i));
        }
        @Nullable Long pieces = row.has(QUANTITY) ? pieces(row) : Long.valueOf(0);
        @Nullable Long grams = row.has(GRAMS) ? whole(row, GRAMS) : Long.valueOf(0);
        Map<String, ListPrice> prices = prices(row);
        if (row.cell(POLICY).equalsIgnoreCase("continue")) {
            warn(row, POLICY, "oversale_not_taken_over");
        }
        if (pieces == null || grams == null || errors() > before) {
            return java.util.Optional.empty();
        }
        variantLines.add(row.line());
        return java.util.Optional.of(new VariantSpec(
                null,
                row.has(SKU) ? row.cell(SKU).replaceFirst("^'", "") : null,
                values,
                Map.of(),
                (int) Math.min(grams, Integer.MAX_VALUE),
                row.has(BARCODE) ? row.cell(BARCODE).replaceFirst("^'", "") : null,
                prices,
                pieces));
    }

    /** The price of a row; none where it is missing or wrong. */
    private Map<String, ListPrice> prices(ProductRow row) {
        String currency = row.has(CURRENCY) ? row.cell(CURRENCY) : request.currency();
        if (!GoodsImports.isCurrency(currency)) {
            wrong(row, CURRENCY, "unknown");
            return Map.of();
        }
        if (!row.has(PRICE)) {
            // a file that says the currency of each row says with an empty price that there is none
            return row.cells().containsKey(CURRENCY) ? Map.of() : noPrice(row);
        }
        @Nullable Long price = amount(row, PRICE, currency);
        return price == null ? Map.of() : Map.of(currency, new ListPrice(price, compareAt(row, price, currency)));
    }

    private Map<String, ListPrice> noPrice(ProductRow row) {
        required(row, PRICE);
        return Map.of();
    }

    private @Nullable Long compareAt(ProductRow row, long price, String currency) {
        if (!row.has(COMPARE_AT)) {
            return null;
        }
        @Nullable Long compared = amount(row, COMPARE_AT, currency);
        if (compared != null && compared < price) {
            warn(row, COMPARE_AT, "below_price");
            return null;
        }
        return compared == null || compared == price ? null : compared;
    }

    /** An amount in major units of a currency, as minor units. */
    private @Nullable Long amount(ProductRow row, ProductColumn column, String currency) {
        try {
            String cell = row.cell(column);
            if (cell.length() > LONGEST_NUMBER || !cell.matches("-?[0-9]+([.][0-9]+)?")) {
                return wrong(row, column, "not_a_number");
            }
            BigDecimal amount = new BigDecimal(cell);
            if (amount.signum() < 0) {
                return wrong(row, column, "negative");
            }
            return Money.ofDecimal(amount.stripTrailingZeros(), currency).minor();
        } catch (ArithmeticException e) {
            return wrong(row, column, "too_many_decimals");
        }
    }

    private @Nullable Long pieces(ProductRow row) {
        String cell = row.cell(QUANTITY);
        if (cell.matches("-[0-9]{1,9}")) {
            // the form has less than nothing where more was sold than there was
            warn(row, QUANTITY, "negative_taken_as_none");
            return 0L;
        }
        return whole(row, QUANTITY);
    }

    private @Nullable Long whole(ProductRow row, ProductColumn column) {
        String cell = row.cell(column);
        if (cell.startsWith("-")) {
            return wrong(row, column, "negative");
        }
        return cell.matches("[0-9]{1,9}([.]0+)?")
                ? Long.valueOf(cell.replaceFirst("[.]0+$", ""))
                : wrong(row, column, "not_a_number");
    }

    private boolean flag(ProductRow row, ProductColumn column, boolean otherwise) {
        return switch (row.cell(column).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> otherwise;
        };
    }

    private static java.util.Optional<PictureAddress> picture(ProductRow row) {
        return row.has(PICTURE)
                ? java.util.Optional.of(new PictureAddress(row.line(), row.cell(PICTURE), row.cell(PICTURE_ALT)))
                : java.util.Optional.empty();
    }

    private void requireText(ProductRow row, ProductColumn column) {
        if (!row.has(column)) {
            required(row, column);
        }
    }

    private @Nullable Long required(ProductRow row, ProductColumn column) {
        findings.add(Finding.error(row.line(), column.heading(), "required", null));
        return null;
    }

    private @Nullable Long wrong(ProductRow row, ProductColumn column, String code) {
        findings.add(Finding.error(row.line(), column.heading(), code, row.cell(column)));
        return null;
    }

    private void warn(ProductRow row, ProductColumn column, String code) {
        findings.add(Finding.warning(row.line(), column.heading(), code, row.cell(column)));
    }

    private int errors() {
        return (int) findings.stream().filter(Finding::isError).count();
    }
}
