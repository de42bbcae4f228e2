package dev.rialto.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs for this operating system. */
record PostgresBinaries(Path folder) {
    private static final Set<PosixFilePermission> RUNNABLE =
            java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");

    static PostgresBinaries unpack(Payload payload) {
        Path archive = payload.file(archiveFor(System.getProperty("os.name"), System.getProperty("os.arch")));
        Path folder = archive.resolveSibling("postgres");
        try {
            if (!Files.exists(folder)) {
                Path part = archive.resolveSibling("postgres.part");
                FileTree.delete(part);
                extract(archive, part);
                Files.move(part, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked: " + StartFailure.reason(e) + ".", e);
        }
    }

    static String archiveFor(String system, String machine) {
        String name = system.toLowerCase(Locale.ROOT);
        String bits = machine.equals("aarch64") ? "arm_64" : "x86_64";
        if (name.startsWith("windows")) {
            return "postgres-windows-x86_64.txz";
        }
        return "postgres-" + (name.startsWith("mac") ? "darwin" : "linux") + "-" + bits + ".txz";
    }

    /** A program with its arguments. PostgreSQL refuses to run as root, so root runs it in a user namespace. */
    Command command(String program, Duration limit, String... arguments) {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return new Command(words, limit);
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    private static void extract(Path archive, Path target) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        boolean runnable = (entry.getMode() & 0100) != 0;
        if (runnable && Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, RUNNABLE);
        }
    }
}
