package dev.rialto.recharge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns codes into the marks under which they are kept (E33). A pepper that is replaced stays beside the new one. */
@ApplicationScoped
public class Peppers {
    private final Map<String, byte[]> peppers;

    @Inject
    public Peppers(RechargeSettings settings) {
        this.peppers = settings.peppers();
    }

    /** For the proxy of the container. */
    protected Peppers() {
        this.peppers = Map.of();
    }

    /** The pepper of new codes. */
    public String current() {
        return peppers.keySet().iterator().next();
    }

    /** The mark of a new code. */
    public byte[] mark(CodeText code) {
        return mark(code, peppers.values().iterator().next());
    }

    /** The marks under which a code may be kept, in hex, the current one first. */
    List<String> marks(CodeText code) {
        return peppers.values().stream()
                .map(pepper -> HexFormat.of().formatHex(mark(code, pepper)))
                .toList();
    }

    private static byte[] mark(CodeText code, byte[] pepper) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
            return mac.doFinal(code.text().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
