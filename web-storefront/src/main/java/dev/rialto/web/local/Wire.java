package dev.rialto.web.local;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.kernel.Ids;
import dev.rialto.web.port.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids and callers in the forms of the boundaries; outside they are opaque texts. */
final class Wire {
    static final String SITE = "site";
    static final String ACCOUNT = "account";
    static final String SELLER = "seller";
    static final String GOODS = "goods";
    static final String VARIANT = "variant";
    static final String LINE = "line";
    static final String DELIVERY = "delivery";
    static final String BANK = "bank";
    static final String PAYMENT = "payment";
    static final String ADDRESS = "address";
    static final String SAVED_CARD = "card";

    private Wire() {}

    /** What does not exist, told by an id that is none. */
    private enum Unknown implements ErrorCode {
        NOT_FOUND;

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }
    }

    static Caller caller(Visitor visitor) {
        return Caller.shopper(account(visitor), visitor.token(), visitor.traceId());
    }

    private static @Nullable UUID account(Visitor visitor) {
        String account = visitor.accountId();
        return account == null ? null : id(ACCOUNT, account);
    }

    static UUID site(Visitor visitor) {
        return id(SITE, visitor.siteId());
    }

    static String text(String prefix, UUID id) {
        return Ids.external(prefix, id);
    }

    /** Reads an id; one that is none is as good as unknown. */
    static UUID id(String prefix, String text) {
        return Ids.parse(prefix, text).orElseThrow(Unknown.NOT_FOUND::now);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNothing(String text) {
        return text.isBlank() ? null : text;
    }
}
