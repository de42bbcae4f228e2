package dev.rialto.system.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The connections a process holds, as Linux tells them. */
final class Sockets {
    private static final int REMOTE = 2;
    private static final int INODE = 9;

    private Sockets() {}

    /** The ports at the other ends. */
    static Set<Integer> remotePorts(ProcessHandle process) throws IOException {
        Path fds = Path.of("/proc/" + process.pid() + "/fd");
        Assumptions.assumeTrue(Files.isDirectory(fds), "sockets are looked at on Linux alone");
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> all = Files.list(fds)) {
            for (Path fd : (Iterable<Path>) all::iterator) {
                if (Files.isSymbolicLink(fd)) {
                    inodes.add(target(fd).replaceAll("^socket:\\[(\\d+)]$", "$1"));
                }
            }
        }
        Set<Integer> ports = new HashSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/net/" + table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE && inodes.contains(columns[INODE])) {
                    ports.add(Integer.parseInt(columns[REMOTE].substring(columns[REMOTE].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    /** A file that was closed meanwhile leads nowhere. */
    private static String target(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
