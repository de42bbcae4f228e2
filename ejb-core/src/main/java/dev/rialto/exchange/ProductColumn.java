package dev.rialto.exchange;

/** The columns of the Shopify product form that are read, and three of our own; all others are passed over. */
enum ProductColumn {
    HANDLE("Handle"),
    TITLE("Title"),
    BODY("Body (HTML)"),
    VENDOR("Vendor"),
    TYPE("Type"),
    TAGS("Tags"),
    PUBLISHED("Published"),
    OPTION1_NAME("Option1 Name"),
    OPTION1_VALUE("Option1 Value"),
    OPTION2_NAME("Option2 Name"),
    OPTION2_VALUE("Option2 Value"),
    OPTION3_NAME("Option3 Name"),
    OPTION3_VALUE("Option3 Value"),
    SKU("Variant SKU"),
    GRAMS("Variant Grams"),
    QUANTITY("Variant Inventory Qty"),
    POLICY("Variant Inventory Policy"),
    PRICE("Variant Price"),
    COMPARE_AT("Variant Compare At Price"),
    TAXABLE("Variant Taxable"),
    BARCODE("Variant Barcode"),
    PICTURE("Image Src"),
    PICTURE_ALT("Image Alt Text"),
    GIFT_CARD("Gift Card"),
    STATUS("Status"),
    /** Of our own form: the tax class by its code. */
    TAX_CLASS("Tax Class"),
    /** Of our own form: the language of the texts and option values. */
    LANGUAGE("Language"),
    /** Of our own form: the currency of the prices in the row; a file that has it may leave prices empty. */
    CURRENCY("Price Currency");

    private final String heading;

    ProductColumn(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
