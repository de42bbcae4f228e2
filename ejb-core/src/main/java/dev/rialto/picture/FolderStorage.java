package dev.rialto.picture;

import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps pictures in the data folder; units on one database share it. */
@ApplicationScoped
class FolderStorage implements PictureStorage {
    private final Path folder;

    @Inject
    FolderStorage(Settings settings) {
        this.folder = settings.dataFolder().resolve("pictures");
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected FolderStorage() {
        this.folder = null;
    }

    @Override
    public void put(String name, byte[] bytes) {
        Path file = place(name);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "new", ".tmp");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a picture in " + folder, e);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            Path file = place(name);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a picture in " + folder, e);
        }
    }

    /** Spread over folders by the first letters, which are a hash. */
    private Path place(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
