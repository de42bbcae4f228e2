package dev.rialto.web.console;

import java.util.Locale;

/** The parts of the menu, in their order. */
public enum Section {
    NONE,
    HOME,
    ORDERS,
    GOODS,
    STOCK,
    CARDS,
    SHOPS,
    SELLERS,
    MEMBERS,
    SALES,
    SETTLEMENT,
    SETTINGS;

    /** The name of its texts and of its icon. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
