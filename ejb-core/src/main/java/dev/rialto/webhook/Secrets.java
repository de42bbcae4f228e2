package dev.rialto.webhook;

import dev.rialto.platform.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes the keys of signatures and seals them. */
@ApplicationScoped
class Secrets {
    private static final int BYTES = 32;
    private static final String PREFIX = "whsec_";

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Secrets(MasterKey master) {
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Secrets() {
        this(null);
    }

    byte[] fresh() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }

    /** As its owner gets it. */
    String shown(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] seal(byte[] key) {
        return master.seal(key);
    }

    byte[] open(byte[] sealed) {
        return master.open(sealed);
    }
}
