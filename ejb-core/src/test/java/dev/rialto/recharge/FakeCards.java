package dev.rialto.recharge;

import dev.rialto.channel.CardProviders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider that keeps what it did and answers as it is told, for tests of everything but the wire. */
@ApplicationScoped
public class FakeCards implements CardGateway {
    private final Queue<Order> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> done = new ConcurrentHashMap<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final List<Booked> day = new ArrayList<>();

    /** Accounts are recharged, and the answers lost. */
    private volatile boolean losesAnswers;

    public Queue<Order> asked() {
        return asked;
    }

    public Queue<Answer> next() {
        return next;
    }

    public List<Booked> day() {
        return day;
    }

    public void loseAnswers(boolean lose) {
        losesAnswers = lose;
    }

    @Override
    public String adapter() {
        return "fake";
    }

    @Override
    public Answer recharge(CardProviders.Access provider, Order order) {
        asked.add(order);
        Answer told = next.poll();
        Answer answer = told == null ? new Answer.Done("P-" + order.requestId()) : told;
        if (!(answer instanceof Answer.Unknown)) {
            done.put(order.requestId(), answer);
        }
        return losesAnswers ? new Answer.Unknown("lost") : answer;
    }

    @Override
    public Answer ask(CardProviders.Access provider, String requestId) {
        return Optional.ofNullable(done.get(requestId)).orElse(new Answer.NeverSeen());
    }

    @Override
    public Optional<News> read(CardProviders.Access provider, CardNews news) {
        throw RechargeError.CALL_BACK_REFUSED.now();
    }

    @Override
    public List<Booked> booked(CardProviders.Access provider, LocalDate of) {
        return List.copyOf(day);
    }
}
