package dev.rialto.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps files in a bucket; what a unit reads as a file it copies to its own folder first. */
final class BucketStorage implements Storage {
    private static final Logger LOG = System.getLogger(BucketStorage.class.getName());

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Storage before;
    private final Path copies;

    /**
     * @param before where files were kept before there was a bucket; each moves when it is asked for
     * @param copies folder of this unit alone
     */
    BucketStorage(S3Client client, StorageSettings.Bucket bucket, Storage before, Path copies) {
        this.client = client;
        this.bucket = bucket.name();
        this.prefix = bucket.prefix();
        this.before = before;
        this.copies = copies;
    }

    @Override
    public void keep(String name, byte[] bytes) {
        keep(name, RequestBody.fromBytes(bytes));
    }

    @Override
    public void keep(String name, Path file) {
        keep(name, RequestBody.fromFile(file));
    }

    private void keep(String name, RequestBody content) {
        asked(() ->
                isThere(name) ? null : client.putObject(to -> to.bucket(bucket).key(prefix + name), content));
    }

    @Override
    public Optional<byte[]> read(String name) {
        Optional<byte[]> found = asked(() -> get(name));
        return found.isPresent() ? found : before.read(name).map(old -> move(name, old));
    }

    private Optional<byte[]> get(String name) {
        try {
            return Optional.of(client.getObjectAsBytes(of -> of.bucket(bucket).key(prefix + name))
                    .asByteArray());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    private byte[] move(String name, byte[] old) {
        keep(name, old);
        return old;
    }

    @Override
    public boolean has(String name) {
        return asked(() -> isThere(name)) || before.has(name);
    }

    private boolean isThere(String name) {
        try {
            client.headObject(of -> of.bucket(bucket).key(prefix + name));
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    @Override
    public Optional<Path> fetch(String name) {
        Path copy = copies.resolve(name);
        return asked(() -> copied(name, copy)) ? Optional.of(copy) : before.fetch(name);
    }

    private boolean copied(String name, Path copy) {
        try {
            Files.createDirectories(copy.getParent());
            Path draft = Files.createTempFile(copy.getParent(), "new", ".tmp");
            try {
                client.getObject(
                        of -> of.bucket(bucket).key(prefix + name),
                        ResponseTransformer.toOutputStream(Files.newOutputStream(draft)));
                Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (NoSuchKeyException none) {
                return false;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy a file to " + copies, e);
        }
    }

    @Override
    public void release(String name) {
        try {
            Files.deleteIfExists(copies.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a copy in " + copies, e);
        }
    }

    @Override
    public void remove(String name) {
        asked(() -> client.deleteObject(of -> of.bucket(bucket).key(prefix + name)));
        before.remove(name);
    }

    private <T extends @Nullable Object> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            LOG.log(Level.ERROR, "bucket " + bucket + " does not answer as it should", e);
            throw StorageError.STORAGE_UNAVAILABLE.now();
        }
    }

    /** Ends its connections. */
    void close() {
        client.close();
    }
}
