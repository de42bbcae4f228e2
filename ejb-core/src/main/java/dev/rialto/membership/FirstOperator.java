package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.seller.OpenMall;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StorefrontDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** The mall's front and the first operator of an installation that has none; nothing is changed once it has one. */
@ApplicationScoped
class FirstOperator {
    private static final Logger LOG = System.getLogger(FirstOperator.class.getName());
    private static final Caller WORKER = Caller.worker("first-start");

    private final StorefrontDesk desk;
    private final StaffDirectory staff;
    private final Members members;

    @Inject
    FirstOperator(StorefrontDesk desk, StaffDirectory staff, Members members) {
        this.desk = desk;
        this.staff = staff;
        this.members = members;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected FirstOperator() {
        this.desk = null;
        this.staff = null;
        this.members = null;
    }

    /**
     * What an installation says about its beginning.
     *
     * @param email of the first operator ({@code rialto.operator.email})
     * @param password to begin with ({@code rialto.operator.password})
     * @param mall name of the mall ({@code rialto.mall.name})
     * @param country two letters ({@code rialto.mall.country})
     * @param languages offered, the default first ({@code rialto.mall.languages})
     * @param currencies offered, the default first ({@code rialto.mall.currencies})
     * @param zone of business days ({@code rialto.mall.zone})
     */
    record Wish(
            String email,
            String password,
            String mall,
            String country,
            List<String> languages,
            List<String> currencies,
            String zone) {

        static Optional<Wish> from(Config config) {
            return config.getOptionalValue("rialto.operator.email", String.class)
                    .map(email -> new Wish(
                            email,
                            config.getOptionalValue("rialto.operator.password", String.class)
                                    .orElse(""),
                            text(config, "rialto.mall.name", "Rialto"),
                            text(config, "rialto.mall.country", "KR"),
                            List.of(text(config, "rialto.mall.languages", "ko,en,ja,zh")
                                    .split(",")),
                            List.of(text(config, "rialto.mall.currencies", "KRW,USD")
                                    .split(",")),
                            text(config, "rialto.mall.zone", "Asia/Seoul")));
        }

        private static String text(Config config, String key, String otherwise) {
            return config.getOptionalValue(key, String.class).orElse(otherwise);
        }

        @Override
        public String toString() {
            return "Wish[" + mall + "]";
        }
    }

    /**
     * Opens the mall and makes the operator.
     *
     * @throws IllegalStateException when the address or the password cannot be used; the deployment stops
     */
    void settle(Wish wish) {
        if (!staff.members(WORKER).isEmpty()) {
            return;
        }
        UUID site = desk.openMall(
                WORKER,
                new OpenMall(
                        wish.mall(), "plaza", wish.country(), wish.languages(), wish.currencies(), 0, wish.zone()));
        try {
            UUID account = members.join(
                    WORKER,
                    new JoinMember(
                            site,
                            wish.email(),
                            wish.password(),
                            "Operator",
                            null,
                            wish.languages().get(0),
                            Set.of("terms"),
                            null));
            staff.bootstrapOperator(WORKER, account);
            LOG.log(Level.INFO, "the first operator {0} may sign in", account);
        } catch (DomainException refused) {
            throw new IllegalStateException(
                    "rialto.operator.email and rialto.operator.password cannot be used: " + refused.fields(), refused);
        }
    }
}
