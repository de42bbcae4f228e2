package dev.rialto.checkout;

import dev.rialto.kernel.Caller;
import dev.rialto.membership.SignedInEvent;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Announces a sign-in with a worker's rights, as the session's domain does. */
@Stateless
@Boundary
public class SignIns {
    @Inject
    Event<SignedInEvent> signedIn;

    public void signIn(Caller worker, Caller guest, Caller member, java.util.UUID site) {
        signedIn.fire(new SignedInEvent(worker, guest.token(), member.token(), member.account(), site));
    }
}
