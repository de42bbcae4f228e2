package dev.rialto.web.port;

import java.util.List;
import java.util.Map;

/** A member's account. */
public interface AccountPort {

    /** A token for a visitor who has something to keep. */
    String startGuest(Visitor visitor);

    /**
     * Makes an account marked with this shop.
     *
     * @throws dev.rialto.kernel.DomainException naming the fields that are wrong
     */
    void join(Visitor visitor, Joining joining);

    /**
     * Signs in; the cart of the visitor's token comes along.
     *
     * @return the new token for the cookie
     * @throws dev.rialto.kernel.DomainException with one text for an unknown address and a wrong password
     */
    String signIn(Visitor visitor, String email, String password, String address, String device);

    void signOut(Visitor visitor);

    /**
     * Signs in with a code that was mailed, in the place of the password.
     *
     * @return the new token for the cookie
     */
    String signInWithCode(Visitor visitor, String email, String code, String address, String device);

    /**
     * Mails a link to a new password, or a code to sign in with, if the address has an account; nobody is told whether it has.
     *
     * @param address where the wish came from, for the limit of tries
     */
    void remind(Visitor visitor, Reminder reminder, String email, String address);

    /** What may be mailed to somebody who cannot sign in. */
    enum Reminder {
        LINK,
        CODE
    }

    /** Does the mailed link still open the form for a new password? */
    boolean opensNewPassword(Visitor visitor, String link);

    /** Sets the password the mailed link was asked for; every session ends. */
    void setPassword(Visitor visitor, String link, String password);

    /** Changes the password; every other session ends and the member is told. */
    void changePassword(Visitor visitor, String current, String wanted);

    Member member(Visitor visitor);

    void changeProfile(Visitor visitor, String name, String phone, String language);

    /** What the member says about himself beyond the name; all of it optional. */
    Portrait portrait(Visitor visitor);

    void changePortrait(Visitor visitor, Portrait portrait);

    /** What a member of this mall may choose from to describe himself. */
    Choices choices(Visitor visitor, String country);

    /**
     * Codes, in their order.
     *
     * @param regions code to name, in the visitor's language
     */
    record Choices(List<String> genders, Map<String, String> regions, List<String> occupations) {
        public Choices {
            genders = List.copyOf(genders);
            occupations = List.copyOf(occupations);
        }
    }

    /** The cards that a payment gateway keeps for the member, the latest first. */
    List<SavedCard> savedCards(Visitor visitor);

    /** Takes one of them away, here and at the gateway. */
    void dropCard(Visitor visitor, String cardId);

    void keepAddress(Visitor visitor, Member.Address address);

    void dropAddress(Visitor visitor, String addressId);

    void consent(Visitor visitor, String kind, boolean given);

    void endSession(Visitor visitor, String sessionId);

    /** All that is kept about the member, as JSON: sections by name, each a list of records. */
    String export(Visitor visitor);

    /**
     * Erases the person; orders stay without a name. The password is asked again.
     *
     * @throws dev.rialto.kernel.DomainException naming the orders that are not finished
     */
    void erase(Visitor visitor, String password);
}
