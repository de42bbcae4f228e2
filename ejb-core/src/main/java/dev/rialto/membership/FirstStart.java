package dev.rialto.membership;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;

/** Opens an empty installation that names its first operator ({@code RIALTO_OPERATOR_EMAIL}). */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
    @Inject
    FirstOperator operator;

    @PostConstruct
    void open() {
        FirstOperator.Wish.from(ConfigProvider.getConfig()).ifPresent(operator::settle);
    }
}
