package dev.rialto.hosting;

import dev.rialto.platform.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;

/** Asks a domain for its proving file, at the addresses that the domain name system names now. */
@ApplicationScoped
class ProofFile {
    private static final int OK = 200;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final HostingSettings settings;
    private final NameServer names;
    private final Outgoing outgoing;

    @Inject
    ProofFile(HostingSettings settings, NameServer names, Outgoing outgoing) {
        this.settings = settings;
        this.names = names;
        this.outgoing = outgoing;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProofFile() {
        this(null, null, null);
    }

    /** The file could not be had; the code says why. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1;

        Unavailable(String code) {
            super(code);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    /** What the file says, without spaces around; empty when there is none. Servers that only speak TLS are asked over that. */
    String read(String host) throws Unavailable {
        List<InetAddress> addresses = addresses(host);
        try {
            Outgoing.Answer plain = outgoing.file("http", host, settings.filePort(), addresses, DomainView.FILE);
            return plain.status() == OK || settings.filePort() != HTTP ? text(plain) : overTls(host, addresses);
        } catch (Outgoing.Failed e) {
            if (e.code().equals("not_public")) {
                throw new Unavailable("not_public");
            }
            return overTls(host, addresses);
        }
    }

    private String overTls(String host, List<InetAddress> addresses) throws Unavailable {
        if (settings.filePort() != HTTP) {
            throw new Unavailable("unreachable");
        }
        try {
            return text(outgoing.file("https", host, HTTPS, addresses, DomainView.FILE));
        } catch (Outgoing.Failed e) {
            throw new Unavailable("unreachable");
        }
    }

    private static String text(Outgoing.Answer answer) {
        return answer.status() == OK ? answer.body().strip() : "";
    }

    private List<InetAddress> addresses(String host) throws Unavailable {
        try {
            List<InetAddress> found = names.addresses(host);
            if (found.isEmpty()) {
                throw new Unavailable("no_address");
            }
            return found;
        } catch (NameServer.Unreachable e) {
            throw new Unavailable("dns_unreachable");
        }
    }
}
