package dev.rialto.hosting;

import com.google.common.net.InternetDomainName;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Settings;
import dev.rialto.seller.HostName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which names can be a storefront's own at all, whoever asks; who has them already is another question. */
@ApplicationScoped
class DomainRules {
    private final Settings settings;

    @Inject
    DomainRules(Settings settings) {
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected DomainRules() {
        this.settings = null;
    }

    /**
     * The name in its one form.
     *
     * @throws DomainException {@link DomainError#INVALID_DOMAIN} saying why, {@link DomainError#DOMAIN_NOT_FREE} for the
     *     mall's own
     */
    HostName read(String typed) {
        if (typed.isBlank()) {
            throw refused("required");
        }
        HostName name = HostName.parse(withoutDot(typed)).orElseThrow(() -> refused("not_a_host"));
        if (isPublicSuffix(name.text())) {
            throw refused("public_suffix");
        }
        if (name.belongsToTheMall(settings) || name.isUnder(settings.storefrontDomain())) {
            throw DomainError.DOMAIN_NOT_FREE.because("host", "mall");
        }
        return name;
    }

    private static String withoutDot(String typed) {
        String plain = typed.strip();
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** A suffix that the list does not know is its last label alone, as the list itself says. */
    private static boolean isPublicSuffix(String host) {
        if (!InternetDomainName.isValid(host)) {
            return true;
        }
        return InternetDomainName.from(host).isPublicSuffix();
    }

    private static DomainException refused(String code) {
        return DomainError.INVALID_DOMAIN.because("host", code);
    }
}
