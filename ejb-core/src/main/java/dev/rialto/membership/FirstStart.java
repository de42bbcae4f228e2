package dev.rialto.membership;

import dev.rialto.kernel.Caller;
import dev.rialto.seller.SiteDirectory;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Opens an empty installation that names its first operator ({@code RIALTO_OPERATOR_EMAIL}). */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
    /** The launcher looks for this line. */
    private static final String NOT_SET_UP =
            "NOT SET UP: the mall is empty. RIALTO_OPERATOR_EMAIL and RIALTO_OPERATOR_PASSWORD open it at the next start.";

    private static final Logger LOG = System.getLogger(FirstStart.class.getName());

    @Inject
    FirstOperator operator;

    @Inject
    SiteDirectory sites;

    @PostConstruct
    void open() {
        Config config = ConfigProvider.getConfig();
        FirstOperator.Wish.from(config).ifPresent(operator::settle);
        boolean isFilledLater =
                config.getOptionalValue("rialto.demo.folder", String.class).isPresent();
        if (!isFilledLater && !sites.isSetUp(Caller.worker("first-start"))) {
            LOG.log(Level.WARNING, NOT_SET_UP);
        }
    }
}
