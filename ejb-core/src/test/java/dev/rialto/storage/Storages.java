package dev.rialto.storage;

import java.nio.file.Path;

/** Storage for tests of those who keep files. */
public final class Storages {
    private Storages() {}

    /** Kept in a folder. */
    public static Storage in(Path folder) {
        return new FolderStorage(folder);
    }
}
