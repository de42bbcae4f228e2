package dev.rialto.jobs.demo;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.JoinMember;
import dev.rialto.membership.Members;
import dev.rialto.membership.MembershipError;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.membership.SignedIn;
import dev.rialto.seller.SiteDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** The people of the demo. */
@ApplicationScoped
class DemoAccounts {
    @Inject
    private Members members;

    @Inject
    private Sessions sessions;

    @Inject
    private SiteDirectory sites;

    /** The account of somebody, made when there is none. */
    UUID of(Caller worker, MallContent.Person person) {
        UUID mall = sites.mall(worker).id();
        JoinMember join = new JoinMember(
                mall, person.email(), person.password(), person.name(), null, person.language(), Set.of("terms"), null);
        try {
            return members.join(worker, join);
        } catch (DomainException refused) {
            if (refused.code() != MembershipError.EMAIL_NOT_USABLE) {
                throw refused;
            }
            return known(worker, person, mall);
        }
    }

    private UUID known(Caller worker, MallContent.Person person, UUID mall) {
        SignedIn signedIn = sessions.signIn(
                worker,
                new SignIn(
                        person.email(),
                        person.password(),
                        SessionView.Kind.SHOPPER,
                        mall,
                        null,
                        "127.0.0.1",
                        DemoLoader.JOB));
        sessions.signOut(worker, signedIn.token());
        return signedIn.accountId();
    }
}
