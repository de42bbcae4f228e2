package dev.rialto.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Seals what the database may keep but not read. The key comes from {@code RIALTO_MASTER_KEY} (32 bytes in base 64) or
 * from a file in the data folder that is made at first start; units on one database share it.
 */
@ApplicationScoped
public class MasterKey {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public MasterKey(Settings settings) {
        this.key = ConfigProvider.getConfig()
                .getOptionalValue("rialto.master.key", String.class)
                .map(Base64.getDecoder()::decode)
                .orElseGet(() -> fromFile(settings.dataFolder().resolve("master.key")));
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("the master key must be 32 bytes, not " + key.length);
        }
    }

    /** For the proxy of the container. */
    protected MasterKey() {
        this.key = new byte[0];
    }

    /** Encrypts with AES-256-GCM under a fresh nonce, which leads the result. */
    public byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException when it was made under another key or was changed
     */
    public byte[] open(byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return run(Cipher.DECRYPT_MODE, nonce, rest);
    }

    /** A keyed pseudonym (HMAC-SHA-256) of a value, for a purpose. */
    public byte[] pseudonym(String purpose, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this was not sealed under the master key of this installation", e);
        }
    }

    private byte[] fromFile(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                create(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the master key in " + file, e);
        }
    }

    private void create(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path draft = Files.createTempFile(
                file.getParent(),
                "master",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.SYNC);
        try {
            // a link appears whole or not at all, and never replaces another unit's key
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherUnitWasFirst) {
            Files.delete(draft);
            return;
        }
        Files.delete(draft);
    }
}
