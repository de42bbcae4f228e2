package dev.rialto.web.port;

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

    Member member(Visitor visitor);

    void changeProfile(Visitor visitor, String name, String phone, String language);

    void keepAddress(Visitor visitor, Member.Address address);

    void dropAddress(Visitor visitor, String addressId);

    void consent(Visitor visitor, String kind, boolean given);

    void endSession(Visitor visitor, String sessionId);

    /** All that is kept about the member, as JSON. */
    String export(Visitor visitor);

    /** Erases the person; orders stay without a name. The password is asked again. */
    void erase(Visitor visitor, String password);
}
