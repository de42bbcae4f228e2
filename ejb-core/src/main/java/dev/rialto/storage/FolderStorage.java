package dev.rialto.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps files in a folder; units on one database share it. */
final class FolderStorage implements Storage {
    private final Path folder;

    FolderStorage(Path folder) {
        this.folder = folder.normalize();
    }

    @Override
    public void keep(String name, byte[] bytes) {
        place(name, draft -> Files.write(draft, bytes));
    }

    @Override
    public void keep(String name, Path file) {
        place(name, draft -> Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING));
    }

    private interface Writing {
        void to(Path draft) throws IOException;
    }

    /** Whole or not at all: a reader never sees half a file. */
    private void place(String name, Writing writing) {
        Path file = at(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "new", ".tmp");
            try {
                writing.to(draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a file in " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        Path file = at(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file in " + folder, e);
        }
    }

    @Override
    public boolean has(String name) {
        return Files.isRegularFile(at(name));
    }

    @Override
    public Optional<Path> fetch(String name) {
        return has(name) ? Optional.of(at(name)) : Optional.empty();
    }

    @Override
    public void release(String name) {
        // what was fetched is the kept file itself
    }

    @Override
    public void remove(String name) {
        try {
            Files.deleteIfExists(at(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a file in " + folder, e);
        }
    }

    private Path at(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a name outside the storage: " + name);
        }
        return file;
    }
}
