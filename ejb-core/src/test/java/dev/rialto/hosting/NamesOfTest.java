package dev.rialto.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A small name server on this machine that knows what a test tells it. */
final class NamesOfTest implements AutoCloseable {
    private static final int LARGEST = 512;
    private static final long TTL = 60;

    private final DatagramSocket socket;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    NamesOfTest() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "names-of-test");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void text(String name, String text) {
        texts.put(name, text);
    }

    void address(String name, String address) {
        addresses.put(name, address);
    }

    void forget(String name) {
        texts.remove(name);
        addresses.remove(name);
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(new Message(java.util.Arrays.copyOf(buffer, packet.getLength())));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(Message question) throws IOException {
        Record asked = question.getQuestion();
        String name = asked.getName().toString(true).toLowerCase(java.util.Locale.ROOT);
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(asked, Section.QUESTION);
        List<Record> found = records(asked.getName(), name, asked.getType());
        found.forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (!texts.containsKey(name) && !addresses.containsKey(name)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer.toWire();
    }

    private List<Record> records(Name owner, String name, int type) throws IOException {
        if (type == Type.TXT && texts.containsKey(name)) {
            return List.of(new TXTRecord(owner, DClass.IN, TTL, texts.get(name)));
        }
        if (type == Type.A && addresses.containsKey(name)) {
            return List.of(new ARecord(owner, DClass.IN, TTL, InetAddress.getByName(addresses.get(name))));
        }
        return List.of();
    }

    @Override
    public void close() {
        socket.close();
    }
}
