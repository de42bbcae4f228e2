package dev.rialto.jobs.demo;

import dev.rialto.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Loads the demo that {@code rialto.demo.folder} names before the mall answers its first request. */
@Singleton
@Startup
@DependsOn("ejb-core.jar#SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoStart {
    @Inject
    Settings settings;

    @Inject
    DemoLoader loader;

    @PostConstruct
    void start() {
        if (settings.serves("worker")) {
            ConfigProvider.getConfig()
                    .getOptionalValue("rialto.demo.folder", String.class)
                    .filter(place -> !place.isBlank())
                    .ifPresent(place -> loader.load(Path.of(place)));
        }
    }
}
