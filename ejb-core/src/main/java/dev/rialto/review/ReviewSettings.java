package dev.rialto.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * When reviews are shown ({@code rialto.reviews.moderation}: before or after).
 *
 * @param isReadFirst true when the mall reads a review before it is shown
 */
public record ReviewSettings(boolean isReadFirst) {

    static ReviewSettings of(String moderation) {
        if (!moderation.equals("before") && !moderation.equals("after")) {
            throw new IllegalStateException("rialto.reviews.moderation must be before or after, not " + moderation);
        }
        return new ReviewSettings(moderation.equals("before"));
    }

    RemarkState first() {
        return isReadFirst ? RemarkState.WAITING : RemarkState.SHOWN;
    }

    /** Reads the setting once. */
    @ApplicationScoped
    static class Source {
        private final ReviewSettings settings = of(ConfigProvider.getConfig()
                .getOptionalValue("rialto.reviews.moderation", String.class)
                .orElse("after"));

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        ReviewSettings settings() {
            return settings;
        }
    }
}
