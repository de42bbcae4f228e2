package dev.rialto.hosting;

import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the proof of a domain, out in the world; knows no database. */
@ApplicationScoped
class DomainLook {
    private final NameServer names;
    private final ProofFile file;
    private final Settings settings;

    @Inject
    DomainLook(NameServer names, ProofFile file, Settings settings) {
        this.names = names;
        this.file = file;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DomainLook() {
        this(null, null, null);
    }

    /**
     * What a look saw.
     *
     * @param reason what is wrong; null when the proof is there
     * @param pointsHere does the name lead where the mall is? null when the look could not tell
     */
    record Seen(@Nullable String reason, @Nullable Boolean pointsHere) {}

    Seen at(DomainView domain) {
        return new Seen(domain.method() == ProofMethod.DNS ? record(domain) : file(domain), pointsHere(domain));
    }

    private @Nullable String record(DomainView domain) {
        try {
            List<String> texts = names.texts(domain.recordName());
            if (texts.isEmpty()) {
                return "no_record";
            }
            return texts.stream().anyMatch(text -> text.strip().equals(domain.proof())) ? null : "wrong_record";
        } catch (NameServer.Unreachable e) {
            return "dns_unreachable";
        }
    }

    private @Nullable String file(DomainView domain) {
        try {
            String text = file.read(domain.host());
            if (text.isEmpty()) {
                return "no_file";
            }
            return text.equals(domain.proof()) ? null : "wrong_file";
        } catch (ProofFile.Unavailable e) {
            return e.code();
        }
    }

    /** Where the mall's own name leads, the storefront's must lead too. */
    private @Nullable Boolean pointsHere(DomainView domain) {
        try {
            List<InetAddress> own = names.addresses(settings.mallHost());
            List<InetAddress> its = names.addresses(domain.host());
            return own.isEmpty() ? null : its.stream().anyMatch(own::contains);
        } catch (NameServer.Unreachable e) {
            return null;
        }
    }
}
