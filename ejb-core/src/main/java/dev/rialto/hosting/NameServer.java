package dev.rialto.hosting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the domain name system, never a memory of ours: who has just set a record sees it. */
@ApplicationScoped
class NameServer {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int TRIES = 2;

    private final HostingSettings settings;

    @Inject
    NameServer(HostingSettings settings) {
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NameServer() {
        this.settings = null;
    }

    /** The name server gave no answer at all. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(String message) {
            super(message);
        }
    }

    /** The texts of a name's TXT records; empty when it has none. */
    List<String> texts(String name) throws Unreachable {
        return ask(name, Type.TXT).stream()
                .filter(TXTRecord.class::isInstance)
                .map(found -> String.join("", ((TXTRecord) found).getStrings()))
                .toList();
    }

    /** The addresses of a name, over all its aliases; empty when it has none. */
    List<InetAddress> addresses(String name) throws Unreachable {
        List<InetAddress> addresses = new ArrayList<>();
        for (Record found : ask(name, Type.A)) {
            if (found instanceof ARecord four) {
                addresses.add(four.getAddress());
            }
        }
        for (Record found : ask(name, Type.AAAA)) {
            if (found instanceof AAAARecord six) {
                addresses.add(six.getAddress());
            }
        }
        return addresses;
    }

    private List<Record> ask(String name, int type) throws Unreachable {
        try {
            Lookup lookup = new Lookup(Name.fromString(name + "."), type);
            lookup.setResolver(resolver());
            lookup.setCache(null);
            lookup.setSearchPath(new Name[0]);
            Record[] found = lookup.run();
            if (lookup.getResult() == Lookup.TRY_AGAIN) {
                throw new Unreachable(name + ": " + lookup.getErrorString());
            }
            return found == null ? List.of() : List.of(found);
        } catch (TextParseException | UnknownHostException e) {
            throw new Unreachable(name + ": " + e.getMessage());
        }
    }

    private Resolver resolver() throws UnknownHostException {
        Resolver resolver;
        if (settings.dnsHost().isPresent()) {
            SimpleResolver named = new SimpleResolver(settings.dnsHost().get());
            named.setPort(settings.dnsPort());
            resolver = named;
        } else {
            ExtendedResolver own = new ExtendedResolver();
            own.setRetries(TRIES);
            resolver = own;
        }
        resolver.setTimeout(PATIENCE);
        return resolver;
    }
}
