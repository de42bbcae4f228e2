package dev.rialto.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords made at the first start and kept in the data folder, readable by their owner alone. */
final class Secrets {
    private static final int BYTES = 24;

    private final Path file;
    private final Properties known = new Properties();

    Secrets(DataFolder folder) {
        this.file = folder.root().resolve("secrets.properties");
        if (Files.exists(file)) {
            try (Reader lines = Files.newBufferedReader(file)) {
                known.load(lines);
            } catch (IOException e) {
                throw new StartFailure("The file " + file + " cannot be read.", e);
            }
        }
    }

    /** The secret of this name; a new one when there is none yet. */
    String of(String name) {
        String secret = known.getProperty(name);
        if (secret != null) {
            return secret;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String fresh = HexFormat.of().formatHex(random);
        known.setProperty(name, fresh);
        try {
            OwnerOnly.store(file, known, "Secrets of this installation. Keep them to yourself.");
        } catch (IOException e) {
            throw new StartFailure("The file " + file + " cannot be written.", e);
        }
        return fresh;
    }
}
