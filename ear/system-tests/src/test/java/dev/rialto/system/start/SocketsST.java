package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What listens on the network, as the kernel of Linux tells it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only its kernel tells in /proc which process listens where")
class SocketsST {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final String LISTENING = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    @Test
    void onlyTheMallsOwnPortIsOpenToOtherMachines() throws IOException {
        Mall mall = Mall.running();
        Set<Integer> open = new TreeSet<>();
        Set<Integer> all = new TreeSet<>();
        for (ProcessHandle process : processes(mall)) {
            Set<String> sockets = socketsOf(process.pid());
            for (String[] row : listening(process.pid())) {
                if (sockets.contains(row[9])) {
                    String[] place = row[1].split(":");
                    int port = Integer.parseInt(place[1], 16);
                    all.add(port);
                    if (!LOOPBACK.contains(place[0])) {
                        open.add(port);
                    }
                }
            }
        }
        assertThat(all).as("gateway, database and others are there").hasSizeGreaterThan(2);
        assertThat(open).containsExactly(mall.port());
    }

    /** The launcher, its children, and the database, which lives beside them. */
    private static List<ProcessHandle> processes(Mall mall) {
        Stream<ProcessHandle> family =
                Stream.concat(Stream.of(mall.process()), mall.process().descendants());
        Stream<ProcessHandle> database = ProcessHandle.allProcesses().filter(process -> process.info()
                .commandLine()
                .orElse("")
                .contains(mall.data().toString()));
        return Stream.concat(family, database).distinct().toList();
    }

    private static Set<String> socketsOf(long pid) {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            files.forEach(file -> {
                try {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(file).toString());
                    if (socket.matches()) {
                        sockets.add(socket.group(1));
                    }
                } catch (IOException e) {
                    // closed since it was listed
                    sockets.remove("");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sockets;
    }

    private static List<String[]> listening(long pid) throws IOException {
        try (Stream<String> four = Files.lines(Path.of("/proc/" + pid + "/net/tcp"));
                Stream<String> six = Files.lines(Path.of("/proc/" + pid + "/net/tcp6"))) {
            return Stream.concat(four, six)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(row -> row.length > 9 && row[3].equals(LISTENING))
                    .toList();
        }
    }
}
