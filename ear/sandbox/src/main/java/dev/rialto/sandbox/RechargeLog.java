package dev.rialto.sandbox;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the card provider did, by request id; the journal is what it remembers. */
final class RechargeLog {
    private final Journal journal;
    private final Map<String, Entry> byRequest = new LinkedHashMap<>();

    RechargeLog(Journal journal) {
        this.journal = journal;
        journal.replay(this::keep);
    }

    private void keep(Entry entry) {
        boolean isRecharge = entry.kind() == Entry.Kind.RECHARGED || entry.kind() == Entry.Kind.REFUSED;
        if (isRecharge && entry.requestId() != null) {
            byRequest.put(entry.requestId(), entry);
        }
    }

    synchronized Optional<Recharge> find(String requestId) {
        return Optional.ofNullable(byRequest.get(requestId)).map(Recharge::of);
    }

    /** Does what is wished, or tells what was done under this request id before. */
    synchronized Recharge act(Recharge wish, boolean refuse) {
        String request = Objects.requireNonNull(wish.requestId());
        Optional<Recharge> known = find(request);
        if (known.isPresent()) {
            if (!wish.asksTheSameAs(known.get())) {
                throw new Refusal(409, "request_id_reused", "request_id", "another recharge has this request id");
            }
            return known.get();
        }
        Entry entry = journal.append(
                refuse ? Entry.Kind.REFUSED : Entry.Kind.RECHARGED,
                "",
                request,
                wish.detail(refuse ? "" : "RC" + (1_000_000 + byRequest.size())));
        keep(entry);
        return Recharge.of(entry);
    }

    /** What was recharged on a day of UTC. */
    synchronized List<Recharge> day(LocalDate day) {
        List<Recharge> done = new ArrayList<>();
        byRequest.values().stream()
                .filter(entry -> entry.kind() == Entry.Kind.RECHARGED)
                .filter(entry -> LocalDate.ofInstant(entry.at(), ZoneOffset.UTC).equals(day))
                .forEach(entry -> done.add(Recharge.of(entry)));
        return done;
    }

    void told(String requestId, Map<String, String> detail) {
        journal.append(Entry.Kind.TOLD, "", requestId, detail);
    }

    void notTold(String requestId, Map<String, String> detail) {
        journal.append(Entry.Kind.NOT_TOLD, "", requestId, detail);
    }
}
