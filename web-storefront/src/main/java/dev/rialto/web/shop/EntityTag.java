package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The strong validator of an answer: a hash of its bytes. */
final class EntityTag {
    private static final int BYTES = 15;

    private EntityTag() {}

    static String of(byte[] body) {
        return '"' + hash(body) + '"';
    }

    /** A short name for content, fit for an address. */
    static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Has the browser just this? */
    static boolean isKnown(HttpServletRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        if (known == null) {
            return false;
        }
        for (String one : known.split(",")) {
            String stripped = one.strip();
            if (stripped.equals(tag) || stripped.equals("W/" + tag) || stripped.equals("*")) {
                return true;
            }
        }
        return false;
    }
}
