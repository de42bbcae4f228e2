package dev.rialto.conversation;

import dev.rialto.kernel.CardNumbers;
import dev.rialto.kernel.Violations;
import java.util.regex.Pattern;

/** A text as it may be kept: without control characters, not too long, without a card number. */
final class MessageText {
    static final int LONGEST = 2_000;

    private static final Pattern LINE_END = Pattern.compile("\\R");
    // zero-width joiners belong to emoji and scripts; directions that swap what is read do not belong to a message
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern MANY_LINES = Pattern.compile("\\n{3,}");

    private MessageText() {}

    /**
     * The text to keep.
     *
     * @throws dev.rialto.kernel.DomainException {@link ConversationError#MESSAGE_INVALID} naming the field
     */
    static String of(String field, String typed) {
        String lines = LINE_END.matcher(typed.replace('\t', ' ')).replaceAll("\n");
        String text = MANY_LINES
                .matcher(UNWANTED.matcher(lines).replaceAll(""))
                .replaceAll("\n\n")
                .strip();
        new Violations()
                .text(field, text, LONGEST)
                .check(!CardNumbers.areIn(text), field, "card_number")
                .raise(ConversationError.MESSAGE_INVALID);
        return text;
    }
}
