package dev.rialto.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel to be opened.
 *
 * @param parentId the channel above; null for one at the top
 * @param name shown to shoppers; nobody else's
 * @param email where the channel is reached, and to which its first owner is invited
 * @param ownerId an account that becomes the owner at once, without an invitation
 * @param language of the invitation
 */
public record OpenChannel(
        @Nullable UUID parentId,
        String name,
        String email,
        @Nullable UUID ownerId,
        String language) {}
