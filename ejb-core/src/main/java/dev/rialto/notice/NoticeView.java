package dev.rialto.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice.
 *
 * @param title of the goods when they were reported
 * @param reason illegal, counterfeit, dangerous, misleading, rights or other
 * @param email of who reported, for the mall alone
 * @param statement the mall's reasons
 * @param finalStatement the mall's reasons after the objection
 */
public record NoticeView(
        UUID id,
        UUID goodsId,
        UUID seller,
        String sellerName,
        String title,
        String reason,
        String words,
        @Nullable String email,
        String language,
        NoticeState state,
        Instant receivedAt,
        @Nullable String statement,
        @Nullable Instant decidedAt,
        @Nullable String objection,
        @Nullable Instant objectedAt,
        @Nullable String finalStatement,
        @Nullable Instant finalAt,
        long version) {}
