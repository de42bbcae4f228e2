package dev.rialto.system.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A door before a server: whoever is inside stays, and newcomers are let in only while it is open. */
final class Relay implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;
    private volatile int turnedAway;

    private Relay(ServerSocket door, int server) {
        this.door = door;
        this.server = server;
    }

    static Relay before(int server) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), server);
        thread(relay::admit);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    void shut() {
        open = false;
    }

    void open() {
        open = true;
    }

    /** How many came while it was shut. */
    int turnedAway() {
        return turnedAway;
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                if (open) {
                    join(guest, new Socket(InetAddress.getLoopbackAddress(), server));
                } else {
                    turnedAway++;
                    guest.close();
                }
            } catch (IOException closed) {
                // the door was closed, or the guest left: the next one is awaited
            }
        }
    }

    private void join(Socket guest, Socket host) {
        inside.add(guest);
        inside.add(host);
        thread(() -> carry(guest, host));
        thread(() -> carry(host, guest));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // one side hung up: both are closed
        } finally {
            inside.remove(from);
            inside.remove(to);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : inside) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
