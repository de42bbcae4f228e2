package dev.rialto.exchange;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Uploaded files, kept under the data folder, each seller's apart. */
@ApplicationScoped
class ImportFiles {
    private static final long MOST_BYTES = 100L << 20;

    private final Settings settings;

    @Inject
    ImportFiles(Settings settings) {
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ImportFiles() {
        this(null);
    }

    UUID keep(UUID tenant, InputStream upload) {
        UUID id = Ids.next();
        Path file = path(tenant, id);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream target = Files.newOutputStream(file)) {
                requireSize(copy(upload, target));
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept", e);
        } catch (DomainException refused) {
            remove(file);
            throw refused;
        }
    }

    private static long copy(InputStream upload, OutputStream target) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        int read = upload.read(buffer);
        while (read >= 0 && copied <= MOST_BYTES) {
            target.write(buffer, 0, read);
            copied += read;
            read = upload.read(buffer);
        }
        return copied;
    }

    private static void requireSize(long bytes) {
        if (bytes == 0) {
            throw new DomainException(ExchangeError.FILE_EMPTY, "upload", "empty");
        }
        if (bytes > MOST_BYTES) {
            throw new DomainException(ExchangeError.FILE_TOO_LARGE, "upload", "too_large");
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(UUID tenant, UUID upload) {
        return Files.isRegularFile(path(tenant, upload));
    }

    Path path(UUID tenant, UUID upload) {
        return settings.dataFolder()
                .resolve("imports")
                .resolve(tenant.toString())
                .resolve(upload + ".csv");
    }
}
