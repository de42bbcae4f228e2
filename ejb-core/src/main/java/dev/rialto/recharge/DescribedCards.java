package dev.rialto.recharge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rialto.channel.CardProviders;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks JSON over HTTP to any provider whose addresses, fields and words are described by data (E15). Both sides sign
 * {@code timestamp.body}, the address standing for a body that is not there.
 */
@ApplicationScoped
class DescribedCards implements CardGateway {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ProviderHttp http;
    // a provider's clock is the world's, also where tests have moved the mall's
    private final Clock clock = Clock.systemUTC();

    @Inject
    DescribedCards(ProviderHttp http) {
        this.http = http;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DescribedCards() {
        this.http = null;
    }

    @Override
    public String adapter() {
        return "described";
    }

    private static ProviderDescription description(CardProviders.Access provider) {
        return Json.read(provider.provider().description(), ProviderDescription.class);
    }

    @Override
    public Answer recharge(CardProviders.Access provider, Order order) {
        ProviderDescription how = description(provider);
        Map<String, String> values =
                Map.of("request", order.requestId(), "sku", order.sku(), "account", order.account());
        Map<String, String> fields = new TreeMap<>();
        how.recharge().body().forEach((name, text) -> fields.put(name, filled(text, values)));
        return answer(provider, call(provider, how.recharge(), values, Json.write(fields)));
    }

    @Override
    public Answer ask(CardProviders.Access provider, String requestId) {
        ProviderDescription how = description(provider);
        ProviderHttp.Reply reply = call(provider, how.ask(), Map.of("request", requestId), null);
        return reply.status() == how.neverSeenStatus() && isOwn(provider, reply.asNews())
                ? new Answer.NeverSeen()
                : answer(provider, reply);
    }

    private ProviderHttp.Reply call(
            CardProviders.Access provider,
            ProviderDescription.Call call,
            Map<String, String> values,
            @Nullable String body) {
        ProviderDescription how = description(provider);
        Map<String, String> escaped = new TreeMap<>();
        values.forEach((name, value) -> escaped.put(name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        String path = filled(call.path(), escaped);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new TreeMap<>();
        how.headers().forEach((name, text) -> headers.put(name, filled(text, Map.of("key", provider.key()))));
        headers.put("Content-Type", "application/json");
        headers.put(how.timestampHeader(), timestamp);
        headers.put(how.signatureHeader(), how.sign(provider.secret(), timestamp + "." + (body == null ? path : body)));
        return http.send(call.method(), provider.provider().url() + path, headers, body);
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private Answer answer(CardProviders.Access provider, ProviderHttp.Reply reply) {
        if (reply.status() == 0) {
            return new Answer.Unknown(reply.body());
        }
        if (!isOwn(provider, reply.asNews())) {
            return new Answer.Unknown("an answer without the provider's signature, status " + reply.status());
        }
        return parse(reply.body())
                .map(told -> description(provider).answer(told))
                .orElse(new Answer.Unknown("status " + reply.status()));
    }

    private boolean isOwn(CardProviders.Access provider, CardNews news) {
        ProviderDescription how = description(provider);
        String timestamp = news.header(how.timestampHeader());
        return Signed.isTimely(timestamp, clock.instant())
                && Signed.isSame(
                        news.header(how.signatureHeader()), how.sign(provider.secret(), timestamp + "." + news.body()));
    }

    @Override
    public Optional<News> read(CardProviders.Access provider, CardNews news) {
        if (!isOwn(provider, news)) {
            throw RechargeError.CALL_BACK_REFUSED.now();
        }
        ProviderDescription how = description(provider);
        return parse(news.body())
                .filter(told -> !how.request(told).isEmpty())
                .map(told -> new News(how.request(told), how.answer(told)));
    }

    @Override
    public List<Booked> booked(CardProviders.Access provider, LocalDate day) {
        ProviderDescription how = description(provider);
        ProviderHttp.Reply reply = call(provider, how.day(), Map.of("day", day.toString()), null);
        if (!reply.isDone() || !isOwn(provider, reply.asNews())) {
            throw RechargeError.PROVIDER_UNREACHABLE.now();
        }
        JsonNode rows = parse(reply.body())
                .map(told -> told.at(how.dayRows()))
                .filter(JsonNode::isArray)
                .orElseThrow(RechargeError.PROVIDER_UNREACHABLE::now);
        List<Booked> booked = new ArrayList<>();
        rows.forEach(row -> booked.add(how.booked(row)));
        return booked;
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.ofNullable(MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
