package dev.rialto.conversation;

import java.util.Locale;

/** How a conversation stands. */
public enum ConversationState {
    /** Between buyer and seller. */
    OPEN,
    /** Before the mall. */
    DISPUTED,
    /** The mall has decided; it is over. */
    DECIDED;

    /** The name in the database and in the keys of texts. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
