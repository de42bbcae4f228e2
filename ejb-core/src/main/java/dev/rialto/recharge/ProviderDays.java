package dev.rialto.recharge;

import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Days of a provider, compared line by line with what is known here (E36). A day is one of UTC. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderDays {
    private static final int BACK = 3;

    private DayBook book;
    private CardProviders providers;
    private Clock clock;

    @Inject
    CardCalls calls;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public ProviderDays(DayBook book, CardProviders providers, Clock clock) {
        this.book = book;
        this.providers = providers;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProviderDays() {}

    /**
     * Compares one day, again if it was compared before.
     *
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#PROVIDER_UNREACHABLE}, {@code provider_not_found}
     */
    public DayBook.Comparison compare(Caller caller, UUID provider, LocalDate day) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        Caller worker = caller.asWorker();
        CardProviders.Access access = providers.access(worker, provider);
        List<CardGateway.Booked> theirs = calls.booked(access, day);
        // what was asked for around midnight may stand in the day before or after
        Set<String> around = new HashSet<>();
        for (LocalDate near : List.of(day.minusDays(1), day.plusDays(1))) {
            calls.booked(access, near).forEach(row -> around.add(row.requestId()));
        }
        return book.keep(worker, provider, day, theirs, new ArrayList<>(around));
    }

    /** Compares the last days that were not compared yet, for a worker; a provider that is silent is tried next time. */
    public int compareDue(Caller caller) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int compared = 0;
        for (DayBook.Due due : book.due(caller, today.minusDays(BACK), today)) {
            compare(caller, due.providerId(), due.day());
            compared++;
        }
        return compared;
    }

    /** The comparisons of all providers, latest day first. */
    public List<DayBook.Comparison> list(Caller caller, int limit) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        return book.list(caller.asWorker(), limit);
    }

    /** The lines of one day that differ. */
    public List<DayBook.Difference> differences(Caller caller, UUID provider, LocalDate day) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        return book.differences(caller.asWorker(), provider, day);
    }
}
