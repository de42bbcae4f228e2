package dev.rialto.web.console;

/**
 * Something wrong with a form, in the reader's words.
 *
 * @param field the input it belongs to; empty when it concerns the whole
 * @param label what the reader knows the input as
 * @param text what is wrong
 */
public record Problem(String field, String label, String text) {
    /** Does it concern one input? */
    public boolean hasField() {
        return !field.isEmpty();
    }
}
