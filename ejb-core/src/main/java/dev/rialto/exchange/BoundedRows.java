package dev.rialto.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading when one row grows without end: a missing quote must not fill the memory. */
final class BoundedRows extends FilterReader {
    static final int LONGEST_ROW = 1 << 20;

    private long sinceRow;

    BoundedRows(Reader text) {
        super(text);
    }

    void beginRow() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int chars) throws IOException {
        sinceRow += chars;
        if (sinceRow > LONGEST_ROW) {
            throw new IOException("a row is longer than " + LONGEST_ROW + " letters");
        }
    }
}
