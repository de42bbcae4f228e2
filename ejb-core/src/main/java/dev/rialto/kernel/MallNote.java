package dev.rialto.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the mall itself writes where people give a reason. It is kept, and handed to programs, in plain English; people
 * read it in their language.
 */
public enum MallNote {
    ORDER_CANCELLED("order cancelled"),
    /** The number of the order. */
    GOODS_OF_CANCELLED_ORDER("cancelled {number}"),
    /** The number of the return. */
    GOODS_SENT_BACK("return {number}"),
    /** The number of the return, and what the inspection found. */
    WRITTEN_OFF("written off, return {number}: {text}"),
    CARDS_FOR_THE_SHOP("cards for the shop"),
    SHOWN_TO_THE_BUYER("shown to the buyer"),
    MAILED_TO_THE_BUYER("mailed to the buyer"),
    /** The number of the line, and who paid. */
    BANK_FILE("bank file, line {number}: {text}"),
    VIRTUAL_ACCOUNT("virtual account"),
    RETURNED_BY_THE_BANK("returned by the bank"),
    TEST_MODE("test mode");

    private static final String NUMBER = "{number}";
    private static final String TEXT = "{text}";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String english;
    private final Pattern form;

    MallNote(String english) {
        this.english = english;
        this.form = Pattern.compile(
                english.replace(NUMBER, "([A-Z0-9-]*[0-9][A-Z0-9-]*)").replace(TEXT, "(.*)"), Pattern.DOTALL);
    }

    /** The text to be kept, of a note without places. */
    public String text() {
        return english;
    }

    /** The text to be kept, of a note about what has this number. */
    public String text(Object number) {
        return english.replace(NUMBER, number.toString());
    }

    /** The text to be kept, of a note about what has this number and of what was seen there. */
    public String text(Object number, String text) {
        return text(number).replace(TEXT, text);
    }

    /** A kept text in the words of a language; what people wrote stays as they wrote it. */
    public static String said(String kept, Locale locale) {
        return Arrays.stream(values())
                .flatMap(note -> note.read(kept, locale))
                .findFirst()
                .orElse(kept);
    }

    private Stream<String> read(String kept, Locale locale) {
        Matcher matcher = form.matcher(kept);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        ResourceBundle words =
                ResourceBundle.getBundle("dev.rialto.kernel.notes", locale, MallNote.class.getClassLoader(), EXACT);
        Object[] values = IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toArray();
        return Stream.of(new MessageFormat(words.getString(name().toLowerCase(Locale.ROOT)), locale).format(values));
    }
}
