package dev.rialto.rest.v1.channel;

import dev.rialto.credential.CredentialError;
import dev.rialto.credential.CredentialKind;
import dev.rialto.credential.GatewayClient;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A channel's program at the rows of its own tree; the channel is the credential's (E35). */
final class ChannelDesk {
    static final String CSV = "text/csv";
    private static final int USUAL_LIMIT = 50;

    private ChannelDesk() {}

    static Caller caller(HttpServletRequest request, String... permissions) {
        GatewayClient client = Factor.client(request);
        if (client.kind() != CredentialKind.CHANNEL) {
            throw CredentialError.INSUFFICIENT_SCOPE.now();
        }
        return Caller.tenant(client.tenant(), null, Set.of(permissions), RequestIds.of(request));
    }

    static int limit(@Nullable String text) {
        new Violations()
                .check(text == null || text.matches("[1-9]\\d?|1\\d\\d|200"), "limit", "out_of_range", 1, 200)
                .raise(GatewayError.INVALID_PARAMETER);
        return text == null ? USUAL_LIMIT : Integer.parseInt(text);
    }

    /** An id that narrows a list; one that is none is a wrong parameter. */
    static @Nullable UUID id(String name, String prefix, @Nullable String text) {
        return text == null
                ? null
                : Ids.parse(prefix, text).orElseThrow(() -> GatewayError.INVALID_PARAMETER.because(name, "invalid"));
    }

    static @Nullable UUID channel(@Nullable String text) {
        return id("channel", Wire.CHANNEL, text);
    }

    /** A page of a list; a cursor that is none is a wrong parameter, whatever the list calls it. */
    static <T> Page<T> page(Supplier<Page<T>> list) {
        try {
            return list.get();
        } catch (DomainException refused) {
            boolean isCursor =
                    refused.fields().stream().anyMatch(error -> error.field().equals("cursor"));
            throw isCursor ? GatewayError.INVALID_PARAMETER.because("cursor", "invalid") : refused;
        }
    }

    /** A word that names one of these; another one is a wrong parameter. */
    static <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, @Nullable String text) {
        return text == null
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .filter(each -> word(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> GatewayError.INVALID_PARAMETER.because(name, "unknown_value"));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
