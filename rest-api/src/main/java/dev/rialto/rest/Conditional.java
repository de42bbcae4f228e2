package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers with a strong validator over the very bytes, or with 304 when the client has them. */
public final class Conditional {
    private static final int TAG_BYTES = 16;
    private static final String SEPARATOR = ".";

    private Conditional() {}

    /** An answer that is written once and given many times. */
    public static final class Written {
        private final byte[] bytes;
        private final MediaType type;
        private final EntityTag tag;

        private Written(byte[] bytes, MediaType type) {
            this.bytes = bytes;
            this.type = type;
            this.tag = new EntityTag(hash(bytes));
        }

        public static Written json(Object body) {
            return new Written(WireJson.write(body), MediaType.APPLICATION_JSON_TYPE);
        }

        /** In bytes. */
        public int size() {
            return bytes.length;
        }

        public Response answer(Request request) {
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            if (unchanged != null) {
                return unchanged.build();
            }
            return Response.ok(bytes, type).tag(tag).build();
        }
    }

    public static Response json(Request request, Object body) {
        return Written.json(body).answer(request);
    }

    /** Answers with a file. */
    public static Response bytes(Request request, byte[] bytes, MediaType type) {
        return new Written(bytes, type).answer(request);
    }

    /**
     * Answers a read of what {@link #requireCurrent} guards: the validator tells the state that changes are made to apart
     * from the rest of the answer, such as today's prices.
     *
     * @param state what a change is made to
     */
    public static Response json(Request request, Object body, Object state) {
        byte[] bytes = WireJson.write(body);
        EntityTag tag = tagOf(bytes, state);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).tag(tag).build();
    }

    /** Answers a change with the thing as it is now, and its new validator. */
    public static Response changed(Object body, Object state) {
        byte[] bytes = WireJson.write(body);
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE)
                .tag(tagOf(bytes, state))
                .build();
    }

    /**
     * Lets a change pass that is made to this state, or to whatever there is ({@code *}).
     *
     * @throws DomainException {@link GatewayError#PRECONDITION_REQUIRED}, {@link GatewayError#PRECONDITION_FAILED}
     */
    public static void requireCurrent(@Nullable String ifMatch, Object state) {
        requireVersion(ifMatch);
        checkCurrent(ifMatch, state);
    }

    /**
     * Lets a change pass that is made to this state, to whatever there is ({@code *}), or that names no version.
     *
     * @throws DomainException {@link GatewayError#PRECONDITION_FAILED}
     */
    public static void checkCurrent(@Nullable String ifMatch, Object state) {
        String now = "\"" + hash(WireJson.write(state)) + SEPARATOR;
        boolean isCurrent = ifMatch == null
                || ifMatch.equals("*")
                || Arrays.stream(ifMatch.split(",")).anyMatch(tag -> tag.strip().startsWith(now));
        if (!isCurrent) {
            throw GatewayError.PRECONDITION_FAILED.now();
        }
    }

    /**
     * A change must say what it is made to.
     *
     * @throws DomainException {@link GatewayError#PRECONDITION_REQUIRED}
     */
    public static void requireVersion(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw GatewayError.PRECONDITION_REQUIRED.now();
        }
    }

    /**
     * The version that a change is made to, from If-Match.
     *
     * @throws DomainException {@link GatewayError#PRECONDITION_REQUIRED}, {@link GatewayError#PRECONDITION_FAILED}
     */
    public static long version(@Nullable String ifMatch) {
        requireVersion(ifMatch);
        if (!Objects.requireNonNull(ifMatch).matches("\"v\\d{1,18}\"")) {
            throw GatewayError.PRECONDITION_FAILED.now();
        }
        return Long.parseLong(ifMatch.substring(2, ifMatch.length() - 1));
    }

    private static EntityTag tagOf(byte[] bytes, Object state) {
        return new EntityTag(hash(WireJson.write(state)) + SEPARATOR + hash(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
