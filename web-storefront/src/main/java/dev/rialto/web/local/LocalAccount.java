package dev.rialto.web.local;

import dev.rialto.audience.Portraits;
import dev.rialto.audience.Regions;
import dev.rialto.audience.Traits;
import dev.rialto.kernel.Caller;
import dev.rialto.membership.AddressBook;
import dev.rialto.membership.ForgottenPassword;
import dev.rialto.membership.JoinMember;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.membership.UpdateProfile;
import dev.rialto.platform.Browsers;
import dev.rialto.savedcard.SavedCards;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Joining;
import dev.rialto.web.port.Member;
import dev.rialto.web.port.Portrait;
import dev.rialto.web.port.SavedCard;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The accounts of this process. */
@ApplicationScoped
class LocalAccount implements AccountPort {
    @Inject
    private Members members;

    @Inject
    private Sessions sessions;

    @Inject
    private AddressBook addresses;

    @Inject
    private ForgottenPassword forgotten;

    @Inject
    private PersonalRecords records;

    @Inject
    private Portraits portraits;

    @Inject
    private SavedCards cards;

    @Inject
    private Clock clock;

    @Override
    public String startGuest(Visitor visitor) {
        return sessions.startGuest(Wire.caller(visitor).asWorker(), Wire.site(visitor));
    }

    @Override
    public void join(Visitor visitor, Joining joining) {
        members.join(
                Wire.caller(visitor),
                new JoinMember(
                        Wire.site(visitor),
                        joining.email(),
                        joining.password(),
                        joining.name(),
                        Wire.orNothing(joining.phone()),
                        visitor.language(),
                        joining.consents(),
                        joining.address()));
    }

    @Override
    public String signIn(Visitor visitor, String email, String password, String address, String device) {
        return sessions.signIn(
                        Wire.caller(visitor).asWorker(),
                        new SignIn(
                                email,
                                password,
                                SessionView.Kind.SHOPPER,
                                Wire.site(visitor),
                                visitor.token(),
                                address,
                                Browsers.name(device)))
                .token();
    }

    @Override
    public String signInWithCode(Visitor visitor, String email, String code, String address, String device) {
        return forgotten
                .signIn(
                        Wire.caller(visitor).asWorker(),
                        new SignIn(
                                email,
                                code,
                                SessionView.Kind.SHOPPER,
                                Wire.site(visitor),
                                visitor.token(),
                                address,
                                Browsers.name(device)))
                .token();
    }

    @Override
    public void remind(Visitor visitor, Reminder reminder, String email, String address) {
        ForgottenPassword.Wish wish = new ForgottenPassword.Wish(email, Wire.site(visitor), address);
        switch (reminder) {
            case LINK -> forgotten.askForLink(Wire.caller(visitor), wish);
            case CODE -> forgotten.askForCode(Wire.caller(visitor), wish);
        }
    }

    @Override
    public boolean opensNewPassword(Visitor visitor, String link) {
        return forgotten.isOpen(Wire.caller(visitor), link);
    }

    @Override
    public void setPassword(Visitor visitor, String link, String password) {
        forgotten.setPassword(Wire.caller(visitor), link, password, Wire.site(visitor));
    }

    @Override
    public void changePassword(Visitor visitor, String current, String wanted) {
        members.changePassword(
                Wire.caller(visitor), new Members.ChangePassword(current, wanted, visitor.token(), Wire.site(visitor)));
    }

    @Override
    public void signOut(Visitor visitor) {
        String token = visitor.token();
        if (token != null) {
            sessions.signOut(Wire.caller(visitor), token);
        }
    }

    @Override
    public Member member(Visitor visitor) {
        Caller caller = Wire.caller(visitor);
        return People.member(members.profile(caller), sessions.list(caller));
    }

    @Override
    public void changeProfile(Visitor visitor, String name, String phone, String language) {
        members.updateProfile(Wire.caller(visitor), new UpdateProfile(name, Wire.orNothing(phone), language));
    }

    @Override
    public Portrait portrait(Visitor visitor) {
        return People.portrait(portraits.own(Wire.caller(visitor)));
    }

    @Override
    public void changePortrait(Visitor visitor, Portrait portrait) {
        portraits.keep(Wire.caller(visitor), People.traits(portrait));
    }

    @Override
    public Choices choices(Visitor visitor, String country) {
        return new Choices(Traits.GENDERS, Regions.choices(country, visitor.language()), Traits.OCCUPATIONS);
    }

    @Override
    public List<SavedCard> savedCards(Visitor visitor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return cards.mine(Wire.caller(visitor)).stream()
                .map(card -> new SavedCard(
                        Wire.text(Wire.SAVED_CARD, card.id()),
                        card.brand(),
                        card.lastFour(),
                        card.expiresOn(),
                        card.savedAt(),
                        card.expiresOn().isBefore(today)))
                .toList();
    }

    @Override
    public void dropCard(Visitor visitor, String cardId) {
        cards.remove(Wire.caller(visitor), Wire.id(Wire.SAVED_CARD, cardId));
    }

    @Override
    public void keepAddress(Visitor visitor, Member.Address address) {
        addresses.keep(Wire.caller(visitor), People.address(address));
    }

    @Override
    public void dropAddress(Visitor visitor, String addressId) {
        addresses.remove(Wire.caller(visitor), Wire.id(Wire.ADDRESS, addressId));
    }

    @Override
    public void consent(Visitor visitor, String kind, boolean given) {
        members.consent(Wire.caller(visitor), kind, given);
    }

    @Override
    public void endSession(Visitor visitor, String sessionId) {
        sessions.kill(Wire.caller(visitor), sessionId);
    }

    @Override
    public String export(Visitor visitor) {
        return records.export(Wire.caller(visitor));
    }

    @Override
    public void erase(Visitor visitor, String password) {
        records.erase(Wire.caller(visitor), password);
    }
}
