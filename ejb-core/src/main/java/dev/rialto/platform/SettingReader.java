package dev.rialto.platform;

import org.eclipse.microprofile.config.Config;

/** Reads single settings of an installation; one that is wrong stops the start and is named, with what it must be. */
public record SettingReader(Config config) {

    /** The setting without space around it; the other text when it is not set. */
    public String text(String key, String otherwise) {
        return config.getOptionalValue(key, String.class).orElse(otherwise).strip();
    }

    /** What may begin or end with a space: a password; empty when it is not set. */
    public String secret(String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    /**
     * A whole number; the other one when it is not set.
     *
     * @throws IllegalStateException when it is none from {@code least} to {@code most}
     */
    public int number(String key, int otherwise, int least, int most) {
        String text = text(key, String.valueOf(otherwise));
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalStateException(
                    key + " must be a whole number from " + least + " to " + most + ", not \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    /** The number of a port; the other one when it is not set. */
    public int port(String key, int otherwise) {
        return number(key, otherwise, 1, 65_535);
    }
}
