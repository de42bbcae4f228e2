package dev.rialto.recharge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a provider is talked to, as data. In paths and bodies {@code {request}}, {@code {sku}}, {@code {account}}, {@code {day}}
 * are filled in, in headers {@code {key}}; what is heard is found by JSON pointers.
 *
 * @param recharge the call that recharges
 * @param ask the call that asks what became of one
 * @param day the call that tells a day
 * @param headers of every call, besides signature and timestamp
 * @param encoding of signatures: {@code hex} or {@code base64}
 * @param requestAt where an answer names the request
 * @param stateAt where it says what became of it
 * @param numberAt where it names the provider's own number
 * @param reasonAt where it says why not
 * @param skuAt where a line of a day names the product
 * @param done words that mean: recharged
 * @param refused words that mean: never
 * @param neverSeenStatus HTTP status that means: never asked
 * @param dayRows where a day has its lines
 */
record ProviderDescription(
        Call recharge,
        Call ask,
        Call day,
        Map<String, String> headers,
        String signatureHeader,
        String timestampHeader,
        String encoding,
        String requestAt,
        String stateAt,
        String numberAt,
        String reasonAt,
        String skuAt,
        List<String> done,
        List<String> refused,
        int neverSeenStatus,
        String dayRows) {

    /** One call: method, path, and for those with a body its fields. */
    record Call(String method, String path, Map<String, String> body) {
        Call {
            body = body == null ? Map.of() : Map.copyOf(body);
        }
    }

    ProviderDescription {
        Objects.requireNonNull(recharge, "recharge");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(day, "day");
        headers = headers == null ? Map.of() : Map.copyOf(headers);
        done = List.copyOf(done);
        refused = List.copyOf(refused);
        signatureHeader = Objects.requireNonNullElse(signatureHeader, "X-Signature");
        timestampHeader = Objects.requireNonNullElse(timestampHeader, "X-Timestamp");
        dayRows = Objects.requireNonNullElse(dayRows, "");
        skuAt = Objects.requireNonNullElse(skuAt, "/sku");
    }

    String sign(String secret, String content) {
        return "base64".equals(encoding) ? Signed.base64(secret, content) : Signed.hex(secret, content);
    }

    CardGateway.Answer answer(JsonNode told) {
        String state = text(told, stateAt);
        if (done.contains(state)) {
            return new CardGateway.Answer.Done(text(told, numberAt));
        }
        return refused.contains(state)
                ? new CardGateway.Answer.Refused(text(told, reasonAt))
                : new CardGateway.Answer.Unknown("state " + state);
    }

    String request(JsonNode told) {
        return text(told, requestAt);
    }

    CardGateway.Booked booked(JsonNode row) {
        return new CardGateway.Booked(text(row, requestAt), text(row, skuAt), text(row, numberAt));
    }

    private static String text(JsonNode told, @Nullable String pointer) {
        return pointer == null || pointer.isEmpty() ? "" : told.at(pointer).asText("");
    }
}
