package dev.rialto.openid;

import dev.rialto.kernel.Violations;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * The wish to register a relying party, or to change one.
 *
 * @param redirectUris one to ten addresses, https but for try-outs
 * @param groups roles of the caller's place
 * @param version 0 for a new one
 */
public record EditRelyingParty(
        String name, List<String> redirectUris, List<String> groups, boolean active, long version) {
    private static final int MOST_ADDRESSES = 10;
    private static final int LONGEST_ADDRESS = 500;

    public EditRelyingParty {
        redirectUris = List.copyOf(redirectUris);
        groups = List.copyOf(groups);
    }

    void raiseIfWrong(Collection<String> known, boolean plainHttp) {
        Violations violations = new Violations();
        violations.text("name", name, 100);
        violations.check(!redirectUris.isEmpty(), "redirectUris", "required");
        violations.check(redirectUris.size() <= MOST_ADDRESSES, "redirectUris", "too_many", MOST_ADDRESSES);
        violations.check(
                redirectUris.stream().allMatch(address -> isAddress(address, plainHttp)), "redirectUris", "not_https");
        violations.check(new HashSet<>(redirectUris).size() == redirectUris.size(), "redirectUris", "twice");
        violations.check(!groups.isEmpty(), "groups", "required");
        violations.check(known.containsAll(groups), "groups", "unknown");
        violations.raise(OpenIdError.PARTY_INVALID);
    }

    private static boolean isAddress(String text, boolean plainHttp) {
        try {
            URI address = new URI(text);
            boolean scheme = "https".equals(address.getScheme()) || (plainHttp && "http".equals(address.getScheme()));
            return scheme
                    && text.length() <= LONGEST_ADDRESS
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
