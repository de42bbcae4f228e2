package dev.rialto.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** The one folder that holds all a mall keeps: database, pictures, keys, logs. Only one process holds it at a time. */
final class DataFolder implements AutoCloseable {
    private static final String MARKER = "rialto-data";
    private static final String FORMAT = "format=1";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder where there is none, and takes the lock.
     *
     * @throws StartFailure when it is a stranger's, cannot be written or is in use; it is left as it was
     */
    static DataFolder claim(Path root) {
        try {
            create(root);
            requireOurs(root);
            Files.writeString(root.resolve(MARKER), FORMAT + System.lineSeparator());
            return locked(root);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder " + root + " cannot be written (" + StartFailure.reason(e)
                            + "). Name another with RIALTO_DATA.",
                    e);
        }
    }

    Path root() {
        return root;
    }

    /** A folder inside, made when missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new StartFailure("The folder " + root.resolve(name) + " cannot be made.", e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }

    private static void create(Path root) throws IOException {
        try {
            OwnerOnly.createFolder(root);
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("The data folder " + root + " is a file. Name a folder with RIALTO_DATA.", e);
        }
    }

    private static void requireOurs(Path root) throws IOException {
        Path marker = root.resolve(MARKER);
        if (!Files.exists(marker)) {
            requireEmpty(root);
        } else if (!Files.readString(marker).strip().equals(FORMAT)) {
            throw new StartFailure("The data folder " + root + " was made by another release of Rialto ("
                    + Files.readString(marker).strip() + "); this one reads " + FORMAT + ".");
        }
    }

    private static void requireEmpty(Path root) throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            inside.findFirst().ifPresent(stranger -> {
                throw new StartFailure("The folder " + root + " is not Rialto's: it holds " + stranger.getFileName()
                        + ". Name an empty or new folder with RIALTO_DATA.");
            });
        }
    }

    private static DataFolder locked(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailure("The data folder " + root + " is in use by another running Rialto.");
        }
        return new DataFolder(root, channel, lock);
    }
}
