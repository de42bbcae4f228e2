package dev.rialto.wish;

import java.util.UUID;

/**
 * The wish to be told when a variant can be had again.
 *
 * @param email of a guest; blank for the member who is signed in
 * @param origin where the wish comes from, for the limit of tries: an address
 */
public record AskNotice(UUID variantId, WishPlace place, String email, String origin) {
    public AskNotice {
        email = email.strip();
    }
}
