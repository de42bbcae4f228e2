package dev.rialto.system.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The operations of the contract that the gateway serves: tests walk them all, new ones too. */
final class Operations {
    private Operations() {}

    static JsonObject document(Mall mall) {
        return mall.at("api.localhost").get("/api/v1/openapi.json").json().getAsJsonObject();
    }

    static List<Operation> all(Mall mall) {
        List<Operation> all = new ArrayList<>();
        document(mall).getAsJsonObject("paths").entrySet().forEach(path -> path.getValue()
                .getAsJsonObject()
                .entrySet()
                .forEach(method -> all.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        method.getValue().getAsJsonObject()))));
        return all;
    }

    /** One operation as the contract has it. */
    record Operation(String method, String path, JsonObject text) {

        String name() {
            return text.get("operationId").getAsString();
        }

        boolean isSecured() {
            return !text.getAsJsonArray("security").isEmpty();
        }

        /** Is it for the programs of channels? */
        boolean isOfChannels() {
            return path.startsWith("/v1/channel/");
        }

        /** Names of the parameters: of the path, of the query, or of shared headers. */
        Stream<String> parameters(String place) {
            if (!text.has("parameters")) {
                return Stream.empty();
            }
            return text.getAsJsonArray("parameters").asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(each ->
                            each.has("in") && each.get("in").getAsString().equals(place))
                    .map(each -> each.get("name").getAsString());
        }

        boolean takes(String header) {
            return text.has("parameters")
                    && text.getAsJsonArray("parameters").asList().stream()
                            .map(each -> each.getAsJsonObject().get("$ref"))
                            .anyMatch(ref -> ref != null && ref.getAsString().endsWith("/" + header));
        }

        /** The example of a JSON body; empty when the operation takes none. */
        String body() {
            JsonObject content = text.has("requestBody")
                    ? text.getAsJsonObject("requestBody").getAsJsonObject("content")
                    : new JsonObject();
            return content.has("application/json")
                    ? content.getAsJsonObject("application/json").get("example").toString()
                    : "";
        }

        /** The address with these values in the place of the names. */
        String address(Map<String, String> values) {
            String address = "/api" + path;
            for (Map.Entry<String, String> value : values.entrySet()) {
                address = address.replace("{" + value.getKey() + "}", value.getValue());
            }
            if (address.contains("{")) {
                throw new AssertionError("what does " + address + " name? tell the test");
            }
            return address;
        }

        Http.Answer send(Http caller, String address, String body) {
            return send(caller, address, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        Http.Answer send(Http caller, String address, String type, byte[] body) {
            var request = caller.request(address);
            if (takes("Idempotency-Key")) {
                request.header("Idempotency-Key", UUID.randomUUID().toString());
            }
            if (takes("If-Match")) {
                request.header("If-Match", "\"v0\"");
            }
            if (body.length > 0) {
                request.header("Content-Type", type);
            }
            return caller.send(request.method(
                    method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
        }
    }
}
