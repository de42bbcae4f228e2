package dev.rialto.membership;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns passwords into Argon2id hashes and compares them; as many at once as there are processors. */
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int PATIENCE_SECONDS = 5;
    /** What the password of nobody is compared with, so that unknown accounts take as long as known ones. */
    private static final String NOBODYS = hashOf("nobody signs in with this");

    private final Semaphore processors =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    /** A hash with its own salt, in the PHC form. */
    String hash(String password) {
        return limited(() -> hashOf(normal(password)));
    }

    /** Does the password fit? The work is the same without a hash to compare with, and the answer is no. */
    boolean fits(String password, @Nullable String hash) {
        String against = hash == null ? NOBODYS : hash;
        boolean same = limited(
                () -> Password.check(normal(password), against).with(Argon2Function.getInstanceFromHash(against)));
        return same && hash != null;
    }

    private static String hashOf(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult();
    }

    /** The same password typed on two keyboards may come in two Unicode forms. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw MembershipError.SIGN_IN_BUSY.now();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw MembershipError.SIGN_IN_BUSY.now();
        }
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
