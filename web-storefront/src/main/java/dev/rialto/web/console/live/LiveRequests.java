package dev.rialto.web.console.live;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.staff.AuditTrail;
import dev.rialto.staff.News;
import dev.rialto.staff.NewsDesk;
import dev.rialto.staff.NewsKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** What may be asked over the link: the six services, and whether somebody changed what a form edits. */
@ApplicationScoped
class LiveRequests {
    private static final System.Logger LOG = System.getLogger(LiveRequests.class.getName());
    private static final String CHANGED = "changed";

    private final NewsDesk desk;
    private final AuditTrail audit;

    @Inject
    LiveRequests(NewsDesk desk, AuditTrail audit) {
        this.desk = desk;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected LiveRequests() {
        this.desk = null;
        this.audit = null;
    }

    /** Answers one request under its own number; whatever it was, the link goes on. */
    String answer(Caller caller, String text) {
        JsonObject request;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            request = reader.readObject();
        } catch (JsonException unreadable) {
            return error(0, "unreadable");
        }
        int number = request.getInt("id", 0);
        try {
            return answer(caller, request, number);
        } catch (DomainException refused) {
            return error(number, refused.code().code());
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "live request " + caller.traceId() + " failed", failure);
            return error(number, "failed");
        }
    }

    private String answer(Caller caller, JsonObject request, int number) {
        String ask = request.getString("ask", "");
        if (ask.equals(CHANGED)) {
            return changed(caller, request, number);
        }
        return NewsKind.named(ask)
                .map(kind -> news(number, desk.of(caller, kind)))
                .orElseGet(() -> error(number, "unknown_request"));
    }

    private static String news(int number, News news) {
        return begin(number)
                .add("kind", news.kind().key())
                .add("all", news.all())
                .add("waiting", news.waiting())
                .build()
                .toString();
    }

    /** Who changed it since the page was made, if anybody did. */
    private String changed(Caller caller, JsonObject request, int number) {
        String[] subject = request.getString("subject", "").split("/", 2);
        Optional<UUID> id = subject.length == 2 ? id(subject[1]) : Optional.empty();
        Optional<Instant> since = time(request.getString("since", ""));
        if (id.isEmpty() || since.isEmpty()) {
            return error(number, "unreadable");
        }
        JsonObjectBuilder answer = begin(number).add("kind", CHANGED);
        audit.lastChange(caller, subject[0], id.get())
                .filter(change -> change.at().isAfter(since.get()))
                .ifPresent(change -> {
                    answer.add("at", change.at().toString());
                    if (change.name() != null) {
                        answer.add("by", change.name());
                    }
                });
        return answer.build().toString();
    }

    private static JsonObjectBuilder begin(int number) {
        return Json.createObjectBuilder().add("id", number);
    }

    private static String error(int number, String code) {
        return begin(number).add("error", code).build().toString();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
