package dev.rialto.web.local;

import dev.rialto.channel.Channels;
import dev.rialto.kernel.Caller;
import dev.rialto.recharge.Proofs;
import dev.rialto.recharge.RechargeError;
import dev.rialto.recharge.RechargeView;
import dev.rialto.recharge.RechargeWish;
import dev.rialto.recharge.Recharges;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.web.port.RechargePort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The recharges of this process. */
@ApplicationScoped
class LocalRecharges implements RechargePort {
    private static final String RECHARGE = "recharge";

    private final Set<UUID> known = ConcurrentHashMap.newKeySet();

    @Inject
    private Recharges recharges;

    @Inject
    private Proofs proofs;

    @Inject
    private Channels channels;

    @Inject
    private SiteDirectory sites;

    @Override
    public boolean isOffered(Visitor visitor) {
        UUID tenant = site(visitor).tenantId();
        if (tenant == null) {
            return false;
        }
        // once a channel, always one
        boolean offered = known.contains(tenant) || channels.isChannel(worker(visitor), tenant);
        if (offered) {
            known.add(tenant);
        }
        return offered;
    }

    private SiteView site(Visitor visitor) {
        return sites.byId(Wire.caller(visitor), Wire.site(visitor));
    }

    private static Caller worker(Visitor visitor) {
        return Caller.worker(visitor.traceId());
    }

    private UUID channel(Visitor visitor) {
        return Objects.requireNonNull(site(visitor).tenantId(), "only shops of channels recharge");
    }

    @Override
    public void sendProof(Visitor visitor, String contact, String address) {
        SiteView site = site(visitor);
        proofs.send(
                Wire.caller(visitor),
                new Proofs.Wish(channel(visitor), site.name(), contact, visitor.language(), address));
    }

    @Override
    public Recharge redeem(Visitor visitor, Entry entry) {
        return recharge(recharges.redeem(
                Wire.caller(visitor),
                new RechargeWish(
                        channel(visitor),
                        Wire.site(visitor),
                        entry.key(),
                        entry.name(),
                        entry.contact(),
                        entry.account(),
                        entry.proof(),
                        entry.code(),
                        entry.address(),
                        entry.solution())));
    }

    @Override
    public Recharge recharge(Visitor visitor, String id) {
        RechargeView view = recharges.view(Wire.caller(visitor), Wire.id(RECHARGE, id));
        if (!view.channel().equals(channel(visitor)) || view.state() == RechargeView.State.REFUSED) {
            throw RechargeError.RECHARGE_NOT_FOUND.now();
        }
        return recharge(view);
    }

    private static Recharge recharge(RechargeView view) {
        return new Recharge(
                Wire.text(RECHARGE, view.id()),
                view.state().stored(),
                view.state().isOver(),
                view.names(),
                view.account(),
                view.providerNumber(),
                view.unit(),
                view.createdAt(),
                view.finishedAt());
    }

    @Override
    public String riddle(Visitor visitor) {
        return recharges.challenge(Wire.caller(visitor));
    }
}
