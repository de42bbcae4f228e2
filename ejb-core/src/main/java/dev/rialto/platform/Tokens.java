package dev.rialto.platform;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets handed to browsers and partners; the database keeps only their hashes. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Tokens() {}

    /** 256 random bits in URL-safe base 64. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The stored form: SHA-256 in hex. */
    public static String hash(String token) {
        return Identity.hashOf(token);
    }
}
