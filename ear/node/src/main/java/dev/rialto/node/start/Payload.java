package dev.rialto.node.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The large parts of the jar, unpacked once: their names carry a hash of what is in them. */
record Payload(Path folder) {
    private static final int HASH_LETTERS = 16;

    Path file(String name) throws IOException {
        String hash = hash(name);
        int dot = name.lastIndexOf('.');
        Path file = folder.resolve(name.substring(0, dot) + "-" + hash + name.substring(dot));
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "unpacking", ".part");
            try (InputStream part = open(name)) {
                Files.copy(part, half, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static String hash(String name) throws IOException {
        try (InputStream part = open(name)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = new byte[1 << 16];
            for (int read = part.read(bytes); read >= 0; read = part.read(bytes)) {
                digest.update(bytes, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream part = Payload.class.getResourceAsStream("/payload/" + name);
        if (part == null) {
            throw new IOException("the jar lacks " + name);
        }
        return part;
    }
}
