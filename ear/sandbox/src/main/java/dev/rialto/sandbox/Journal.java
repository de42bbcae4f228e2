package dev.rialto.sandbox;

import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file of all that happened, one JSON line each. A line cut short by a crash is dropped at the start. Only
 * the newest entries are kept in memory.
 */
final class Journal implements AutoCloseable {
    static final int KEPT = 1_000;

    private final Path path;
    private final Clock clock;
    private final RandomAccessFile file;
    private final Deque<Entry> newest = new ArrayDeque<>();
    private long count;

    private Journal(Path path, Clock clock, RandomAccessFile file) {
        this.path = path;
        this.clock = clock;
        this.file = file;
    }

    /** Opens the file, or makes it, and reads it through. */
    static Journal open(Path path, Clock clock) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (file.getChannel().tryLock() == null) {
                file.close();
                throw wrong("another process writes to " + path.toAbsolutePath());
            }
            Journal journal = new Journal(path, clock, file);
            long whole = journal.read(journal::keep);
            file.setLength(whole);
            file.seek(whole);
            return journal;
        } catch (IOException | UncheckedIOException | OverlappingFileLockException e) {
            throw wrong("cannot write " + path.toAbsolutePath() + " (" + e.getMessage() + ")");
        }
    }

    private static SandboxSettings.WrongSetting wrong(String what) {
        return new SandboxSettings.WrongSetting("RIALTO_SANDBOX_JOURNAL: " + what);
    }

    private void keep(Entry entry) {
        count = entry.number();
        newest.addFirst(entry);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
    }

    /** Reads every whole line and tells how many bytes they are. */
    private long read(Consumer<Entry> reader) {
        long number = 0;
        long whole = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    reader.accept(parse(line.toString(StandardCharsets.UTF_8), ++number));
                    whole += line.size() + 1L;
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry parse(String line, long number) {
        try {
            Entry entry = Json.read(line, Entry.class);
            if (entry != null && entry.number() == number) {
                return entry;
            }
        } catch (JsonParseException e) {
            throw wrong("line " + number + " of " + path + " is no entry: " + e.getMessage());
        }
        throw wrong("line " + number + " of " + path + " is missing");
    }

    /** Writes one more line; it is in the file when this returns. */
    synchronized Entry append(Entry.Kind kind, String session, @Nullable String requestId, Map<String, String> detail) {
        Entry entry = new Entry(count + 1, clock.instant(), kind, session, requestId, Map.copyOf(detail));
        try {
            file.write((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
        keep(entry);
        return entry;
    }

    /** Tells every entry, oldest first. */
    synchronized void replay(Consumer<Entry> listener) {
        read(listener);
    }

    /** The newest entries, newest first; of one session when it is named. */
    synchronized List<Entry> newest(int limit, @Nullable String session) {
        if (session == null) {
            return newest.stream().limit(limit).toList();
        }
        Deque<Entry> found = new ArrayDeque<>();
        read(entry -> {
            if (entry.session().equals(session)) {
                found.addFirst(entry);
            }
            if (found.size() > limit) {
                found.removeLast();
            }
        });
        return List.copyOf(found);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
