package dev.rialto.recharge;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import dev.rialto.channel.CardProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to the sandbox card provider. Both sides sign {@code id.timestamp.body}; an answer that is not signed by the
 * provider counts as none.
 */
@ApplicationScoped
class SandboxCards implements CardGateway {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setStrictness(Strictness.STRICT)
            .create();

    private final ProviderHttp http;
    // the provider's clock is the world's, also where tests have moved the mall's
    private final Clock clock = Clock.systemUTC();

    @Inject
    SandboxCards(ProviderHttp http) {
        this.http = http;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SandboxCards() {
        this.http = null;
    }

    private record Recharge(
            @Nullable String requestId,
            @Nullable String sku,
            @Nullable String account,
            @Nullable String state,
            @Nullable String number,
            @Nullable String reason) {
        Answer answer() {
            return switch (String.valueOf(state)) {
                case "done" -> new Answer.Done(number == null ? "" : number);
                case "refused" -> new Answer.Refused(reason == null ? "no reason" : reason);
                default -> new Answer.Unknown("state " + state);
            };
        }
    }

    private record Day(@Nullable List<Recharge> recharges) {}

    @Override
    public String adapter() {
        return "sandbox";
    }

    @Override
    public Answer recharge(CardProviders.Access provider, Order order) {
        String body = GSON.toJson(new Recharge(order.requestId(), order.sku(), order.account(), null, null, null));
        return answer(provider, call(provider, "POST", "/v1/recharges", order.requestId(), body));
    }

    @Override
    public Answer ask(CardProviders.Access provider, String requestId) {
        String path = "/v1/recharges/" + URLEncoder.encode(requestId, StandardCharsets.UTF_8);
        ProviderHttp.Reply reply = call(provider, "GET", path, requestId, null);
        return reply.status() == 404 && isOwn(provider, reply.asNews())
                ? new Answer.NeverSeen()
                : answer(provider, reply);
    }

    private ProviderHttp.Reply call(
            CardProviders.Access provider, String method, String path, String id, @Nullable String body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", "Bearer " + provider.key());
        headers.put("Content-Type", "application/json");
        headers.put("Card-Id", id);
        headers.put("Card-Timestamp", timestamp);
        headers.put(
                "Card-Signature",
                Signed.base64(provider.secret(), id + "." + timestamp + "." + (body == null ? path : body)));
        return http.send(method, provider.provider().url() + path, headers, body);
    }

    /** The same refusal twice stays one; what is not signed may be anybody's word. */
    private Answer answer(CardProviders.Access provider, ProviderHttp.Reply reply) {
        if (reply.status() == 0) {
            return new Answer.Unknown(reply.body());
        }
        if (!isOwn(provider, reply.asNews())) {
            return new Answer.Unknown("an answer without the provider's signature, status " + reply.status());
        }
        if (reply.isDone()) {
            return read(reply.body(), Recharge.class).map(Recharge::answer).orElse(new Answer.Unknown("no recharge"));
        }
        return reply.isRefused()
                ? new Answer.Refused("status " + reply.status())
                : new Answer.Unknown("status " + reply.status());
    }

    private boolean isOwn(CardProviders.Access provider, CardNews news) {
        String timestamp = news.header("Card-Timestamp");
        String expected =
                Signed.base64(provider.secret(), news.header("Card-Id") + "." + timestamp + "." + news.body());
        return Signed.isTimely(timestamp, clock.instant()) && Signed.isSame(news.header("Card-Signature"), expected);
    }

    @Override
    public Optional<News> read(CardProviders.Access provider, CardNews news) {
        if (!isOwn(provider, news)) {
            throw RechargeError.CALL_BACK_REFUSED.now();
        }
        return read(news.body(), Recharge.class)
                .flatMap(told -> Optional.ofNullable(told.requestId()).map(id -> new News(id, told.answer())));
    }

    @Override
    public List<Booked> booked(CardProviders.Access provider, LocalDate day) {
        ProviderHttp.Reply reply = call(provider, "GET", "/v1/days/" + day, day.toString(), null);
        if (!reply.isDone() || !isOwn(provider, reply.asNews())) {
            throw RechargeError.PROVIDER_UNREACHABLE.now();
        }
        return read(reply.body(), Day.class)
                .map(Day::recharges)
                .orElseThrow(RechargeError.PROVIDER_UNREACHABLE::now)
                .stream()
                .map(row -> new Booked(text(row.requestId()), text(row.sku()), text(row.number())))
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, type));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
