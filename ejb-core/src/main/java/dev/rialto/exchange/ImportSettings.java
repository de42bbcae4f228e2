package dev.rialto.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What an installation sets about imports.
 *
 * @param allowedTargets {@code host:port} from which pictures may be fetched although they are not public
 *     ({@code rialto.import.allowed-targets})
 */
public record ImportSettings(Set<String> allowedTargets) {

    public ImportSettings {
        allowedTargets = Set.copyOf(allowedTargets);
    }

    static ImportSettings from(Config config) {
        String targets = config.getOptionalValue("rialto.import.allowed-targets", String.class)
                .orElse("");
        return new ImportSettings(Arrays.stream(targets.split(","))
                .map(String::strip)
                .filter(target -> !target.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Reads the settings once. */
    @ApplicationScoped
    static class Source {
        private final ImportSettings settings = ImportSettings.from(ConfigProvider.getConfig());

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        ImportSettings settings() {
            return settings;
        }
    }
}
