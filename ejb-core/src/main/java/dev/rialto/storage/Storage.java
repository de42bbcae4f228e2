package dev.rialto.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The port to the place of files. Names are relative paths such as {@code pictures/ab/abc.jpg}. Every method throws
 * {@link StorageError#STORAGE_UNAVAILABLE} when the place does not answer.
 */
public interface Storage {

    /** Keeps bytes under a name; what is there under it already stays. */
    void keep(String name, byte[] bytes);

    /** Keeps a file under a name, however large; the file itself is the caller's to remove. */
    void keep(String name, Path file);

    /** What was kept under a name. */
    Optional<byte[]> read(String name);

    /** Is there something under this name? */
    boolean has(String name);

    /**
     * What was kept as a file on this machine, to be given back by {@link #release}; empty when there is nothing under
     * the name.
     */
    Optional<Path> fetch(String name);

    /** The fetched file is no longer read. */
    void release(String name);

    /** Forgets what was kept; nothing happens when nothing was. */
    void remove(String name);
}
