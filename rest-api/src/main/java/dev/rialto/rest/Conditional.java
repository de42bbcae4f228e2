package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Answers with a strong validator over the very bytes, or with 304 when the client has them. */
public final class Conditional {
    private static final int TAG_BYTES = 16;

    private Conditional() {}

    public static Response json(Request request, Object body) {
        return bytes(request, WireJson.write(body), MediaType.APPLICATION_JSON_TYPE);
    }

    static Response bytes(Request request, byte[] bytes, MediaType type) {
        EntityTag tag = tagOf(bytes);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(bytes, type).tag(tag).build();
    }

    /**
     * The version that a change is made to, from If-Match.
     *
     * @throws DomainException {@link GatewayError#PRECONDITION_REQUIRED}, {@link GatewayError#PRECONDITION_FAILED}
     */
    public static long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new DomainException(GatewayError.PRECONDITION_REQUIRED);
        }
        if (!ifMatch.matches("\"v\\d{1,18}\"")) {
            throw new DomainException(GatewayError.PRECONDITION_FAILED);
        }
        return Long.parseLong(ifMatch.substring(2, ifMatch.length() - 1));
    }

    private static EntityTag tagOf(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new EntityTag(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, TAG_BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
