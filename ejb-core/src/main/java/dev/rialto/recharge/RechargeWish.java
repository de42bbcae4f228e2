package dev.rialto.recharge;

import dev.rialto.kernel.Violations;
import dev.rialto.platform.Json;
import dev.rialto.platform.Tokens;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recharge that somebody asks for (E3).
 *
 * @param channel whose page or program it is
 * @param site the page's shop; null from a program
 * @param clientKey the asker's own id: the same one is answered alike
 * @param name who asks
 * @param contact a mail address, or a phone number beginning with {@code +}
 * @param account to be recharged
 * @param proof the verification code sent to the contact
 * @param code the recharge code, as typed
 * @param address from where it was asked, for limits; null from a program
 * @param solution of the challenge, where one was set
 */
public record RechargeWish(
        UUID channel,
        @Nullable UUID site,
        String clientKey,
        String name,
        String contact,
        String account,
        String proof,
        String code,
        @Nullable String address,
        @Nullable String solution) {

    static final String MAIL = "[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,180}\\.[^@\\s<>\".]{2,}";
    static final String PHONE = "\\+[0-9]{7,15}";

    /** Refuses what is missing or ill-formed, all at once; nothing is sent on (E3). */
    CodeText checked() {
        Violations wrong = new Violations()
                .text("name", name, 100)
                .text("contact", contact, 254)
                .text("account", account, 120)
                .text("proof", proof, 20)
                .text("code", code, 100)
                .check(!clientKey.isBlank() && clientKey.length() <= 255, "requestId", "required");
        wrong.check(contact.isBlank() || isContact(contact), "contact", "invalid");
        wrong.check(proof.isBlank() || proof.strip().matches("[0-9]{6}"), "proof", "form");
        wrong.check(code.isBlank() || CodeText.read(code).isPresent(), "code", "mistyped");
        wrong.raise(RechargeError.INVALID_RECHARGE);
        return CodeText.read(code).orElseThrow(RechargeError.INVALID_RECHARGE::now);
    }

    static boolean isContact(String text) {
        return text.strip().matches(MAIL) || text.strip().matches(PHONE);
    }

    /** The same whenever the same is asked. */
    String hash(CodeText read) {
        return Tokens.hash(Json.write(List.of(name.strip(), contact.strip(), account.strip(), read.text())));
    }

    /** Neither code nor person is written anywhere by accident. */
    @Override
    public String toString() {
        return "recharge " + clientKey;
    }
}
