package dev.rialto.recharge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Solves riddles as a browser does. */
final class Riddles {
    private Riddles() {}

    static String solve(String riddle) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (long number = 0; ; number++) {
                byte[] hash = sha.digest((riddle + ":" + number).getBytes(StandardCharsets.US_ASCII));
                if (hash[0] == 0 && hash[1] == 0 && (hash[2] & 0xC0) == 0) {
                    return riddle + ":" + number;
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
