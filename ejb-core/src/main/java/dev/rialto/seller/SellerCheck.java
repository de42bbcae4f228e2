package dev.rialto.seller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whether a new seller must be checked before anything is sold ({@code rialto.seller.check}: required or off).
 *
 * @param isRequired true unless it is switched off
 */
record SellerCheck(boolean isRequired) {

    static SellerCheck of(String setting) {
        if (!setting.equals("required") && !setting.equals("off")) {
            throw new IllegalStateException("rialto.seller.check must be required or off, not " + setting);
        }
        return new SellerCheck(setting.equals("required"));
    }

    /** Reads the setting once. */
    @ApplicationScoped
    static class Source {
        private final SellerCheck check = of(ConfigProvider.getConfig()
                .getOptionalValue("rialto.seller.check", String.class)
                .orElse("required"));

        /** A wrong setting stops the application when it starts: to be told, this bean is made then. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {}

        @Produces
        SellerCheck check() {
            return check;
        }
    }
}
