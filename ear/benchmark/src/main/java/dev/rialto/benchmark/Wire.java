package dev.rialto.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One kept connection that speaks just enough HTTP/1.1; cheap, because it shares the machine with what it measures. */
final class Wire implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Wire(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.in = prepare(socket);
        this.out = socket.getOutputStream();
    }

    /** Sends a whole request and reads the whole answer. */
    Reply send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        String status = line();
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Reply head = new Reply(Integer.parseInt(status.substring(9, 12)), headers, new byte[0]);
        Reply reply = new Reply(head.status(), headers, body(head));
        if (head.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
            reconnect();
        }
        return reply;
    }

    private byte[] body(Reply head) throws IOException {
        if (head.status() == 304 || head.status() == 204) {
            return new byte[0];
        }
        if (head.header("transfer-encoding")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("chunked"))
                .isPresent()) {
            return chunks();
        }
        return exactly(Integer.parseInt(head.header("content-length").orElse("0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(BUFFER);
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = prepare(socket);
        out = socket.getOutputStream();
    }

    private static InputStream prepare(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** A GET as bytes. */
    static byte[] get(String host, String path, String... headers) {
        return request("GET " + path, host, new byte[0], headers);
    }

    /** A request with a body as bytes. */
    static byte[] request(String methodAndPath, String host, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder(256)
                .append(methodAndPath)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(512);
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
