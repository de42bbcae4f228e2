package dev.rialto.exchange;

import dev.rialto.kernel.Ids;
import dev.rialto.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Uploaded files, each seller's apart; the unit that works on one need not be the unit that took it. */
@ApplicationScoped
class ImportFiles {
    private static final long MOST_BYTES = 100L << 20;

    private final Storage storage;

    @Inject
    ImportFiles(Storage storage) {
        this.storage = storage;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ImportFiles() {
        this(null);
    }

    UUID keep(UUID tenant, InputStream upload) {
        UUID id = Ids.next();
        try {
            Path draft = Files.createTempFile("import", ".csv");
            try {
                try (OutputStream target = Files.newOutputStream(draft)) {
                    requireSize(copy(upload, target));
                }
                storage.keep(name(tenant, id), draft);
                return id;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept", e);
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
            throw ExchangeError.FILE_EMPTY.because("upload", "empty");
        }
        if (bytes > MOST_BYTES) {
            throw ExchangeError.FILE_TOO_LARGE.because("upload", "too_large");
        }
    }

    boolean has(UUID tenant, UUID upload) {
        return storage.has(name(tenant, upload));
    }

    /** The file on this machine, until {@link #release}. */
    Path fetch(UUID tenant, UUID upload) throws FileNotFoundException {
        String name = name(tenant, upload);
        return storage.fetch(name).orElseThrow(() -> new FileNotFoundException(name));
    }

    void release(UUID tenant, UUID upload) {
        storage.release(name(tenant, upload));
    }

    private static String name(UUID tenant, UUID upload) {
        return "imports/" + tenant + "/" + upload + ".csv";
    }
}
