package dev.rialto.openid;

import dev.rialto.platform.Settings;

/** The name by which others know this mall as provider. */
final class Issuer {
    private Issuer() {}

    static String address(Settings settings) {
        return settings.address(settings.apiHost(), "/api/v1/openid");
    }
}
