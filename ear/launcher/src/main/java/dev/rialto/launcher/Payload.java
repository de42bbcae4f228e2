package dev.rialto.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What {@code rialto.jar} carries: server, application, database binaries, demo. Unpacked once by content. */
final class Payload {
    private static final String PREFIX = "payload/";

    private final Path jar;
    private final Path target;
    private final List<Path> used = new ArrayList<>();

    Payload(DataFolder folder) {
        this.target = folder.folder("runtime");
        try {
            this.jar = Path.of(Payload.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Is there such a file in the jar? */
    boolean holds(String name) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(PREFIX + name) != null;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file with this name; its folder carries the mark of its content, so that a changed one is a new one. */
    Path file(String name) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(PREFIX + name);
            if (entry == null) {
                throw new StartFailure(jar.getFileName() + " does not hold " + name + ".");
            }
            Path folder = target.resolve(name + "-" + mark(entry));
            used.add(folder);
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                copy(zip, entry, file);
            }
            return file;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Removes what earlier releases unpacked here and this one did not ask for. */
    void removeUnused() throws IOException {
        try (var folders = Files.list(target)) {
            for (Path folder : folders.filter(one -> !used.contains(one)).toList()) {
                FileTree.delete(folder);
            }
        }
    }

    private static String mark(ZipEntry entry) {
        return Long.toHexString(entry.getCrc()) + Long.toHexString(entry.getSize());
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private StartFailure unreadable(IOException e) {
        return new StartFailure("Unpacking " + jar + " failed: " + StartFailure.reason(e) + ".", e);
    }
}
