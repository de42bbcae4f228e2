package dev.rialto.web.console;

/**
 * Something to choose.
 *
 * @param value what the form carries
 * @param label what the reader sees
 * @param group the heading it stands under; empty for none
 */
public record Option(String value, String label, String group) {
    public Option(String value, String label) {
        this(value, label, "");
    }
}
