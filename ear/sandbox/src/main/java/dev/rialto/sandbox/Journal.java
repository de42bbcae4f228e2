package dev.rialto.sandbox;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The append-only file of all that happened, one JSON line each. A line cut short by a crash is dropped at the start. */
final class Journal implements AutoCloseable {
    private final Clock clock;
    private final RandomAccessFile file;
    private final List<Entry> entries = new ArrayList<>();

    private Journal(Clock clock, RandomAccessFile file) {
        this.clock = clock;
        this.file = file;
    }

    /** Opens the file, or makes it, and reads it. */
    static Journal open(Path path, Clock clock) {
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            if (file.getChannel().tryLock() == null) {
                file.close();
                throw new SandboxSettings.WrongSetting(
                        "RIALTO_SANDBOX_JOURNAL: another process writes to " + path.toAbsolutePath());
            }
            Journal journal = new Journal(clock, file);
            journal.readAll(path);
            return journal;
        } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
            throw new SandboxSettings.WrongSetting(
                    "RIALTO_SANDBOX_JOURNAL: cannot write " + path.toAbsolutePath() + " (" + e.getMessage() + ")");
        }
    }

    private void readAll(Path path) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.readFully(bytes);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                entries.add(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8), path));
                start = i + 1;
            }
        }
        file.setLength(start);
        file.seek(start);
    }

    private Entry parse(String line, Path path) {
        long number = entries.size() + 1L;
        try {
            Entry entry = Json.read(line, Entry.class);
            if (entry != null && entry.number() == number) {
                return entry;
            }
        } catch (JsonParseException e) {
            throw new SandboxSettings.WrongSetting(
                    "RIALTO_SANDBOX_JOURNAL: line " + number + " of " + path + " is no entry: " + e.getMessage());
        }
        throw new SandboxSettings.WrongSetting(
                "RIALTO_SANDBOX_JOURNAL: line " + number + " of " + path + " is missing");
    }

    /** Writes one more line; it is in the file when this returns. */
    synchronized Entry append(Entry.Kind kind, String session, @Nullable String requestId, Map<String, String> detail) {
        Entry entry = new Entry(entries.size() + 1L, clock.instant(), kind, session, requestId, Map.copyOf(detail));
        try {
            file.write((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
        entries.add(entry);
        return entry;
    }

    /** All entries, oldest first. */
    synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /** The newest entries, newest first; of one session when it is named. */
    synchronized List<Entry> newest(int limit, @Nullable String session) {
        List<Entry> found = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0 && found.size() < limit; i--) {
            if (session == null || entries.get(i).session().equals(session)) {
                found.add(entries.get(i));
            }
        }
        return found;
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
