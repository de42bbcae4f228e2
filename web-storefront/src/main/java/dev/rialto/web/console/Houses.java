package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

@ApplicationScoped
class Houses {
    House of(Caller c) {
        return new House(
                "…",
                ZoneId.of("Asia/Seoul"),
                java.util.List.of("ko", "en", "ja", "zh"),
                java.util.List.of("KRW", "USD"),
                false);
    }
}
