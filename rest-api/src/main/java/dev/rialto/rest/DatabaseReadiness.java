package dev.rialto.rest;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Pulse;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
    @Inject
    Pulse pulse;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
        try {
            return answer.withData("version", pulse.serverVersion(Caller.worker("health")))
                    .up()
                    .build();
        } catch (EJBException e) {
            return answer.withData("error", e.getClass().getSimpleName()).down().build();
        }
    }
}
