package dev.rialto.node.shop;

import dev.rialto.node.start.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where shoppers come from, told to the mall for its limits under a name that says nothing else: a keyed hash of the address. */
@ApplicationScoped
class Places {
    private static final String HASH = "HmacSHA256";
    private static final int CHARACTERS = 32;

    @Inject
    private NodeSettings settings;

    String of(String address) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(settings.keySecret().getBytes(StandardCharsets.UTF_8), HASH));
            byte[] hash = mac.doFinal(("place " + address).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HASH, e);
        }
    }
}
