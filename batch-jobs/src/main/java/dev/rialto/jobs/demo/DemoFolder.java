package dev.rialto.jobs.demo;

import dev.rialto.platform.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the demo's files are: a folder, or the archive of one. */
final class DemoFolder implements Closeable {
    private final Path root;
    private final @Nullable FileSystem archive;

    private DemoFolder(Path root, @Nullable FileSystem archive) {
        this.root = root;
        this.archive = archive;
    }

    static DemoFolder open(Path place) {
        if (Files.isDirectory(place)) {
            return new DemoFolder(place, null);
        }
        try {
            FileSystem archive = FileSystems.newFileSystem(place);
            return new DemoFolder(archive.getPath("/"), archive);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo at " + place + " cannot be read", e);
        }
    }

    MallContent mall() {
        return Json.read(text("mall.json"), MallContent.class);
    }

    SellerContent seller(String file) {
        return Json.read(text(file), SellerContent.class);
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo lacks " + name, e);
        }
    }

    private String text(String name) {
        return new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }
}
