package dev.rialto.webhook;

import java.util.List;

/**
 * A dispatch with what was sent and what came back.
 *
 * @param body as the receiver gets it
 * @param attempts latest first
 */
public record SentNews(DispatchView dispatch, String body, List<AttemptView> attempts) {
    public SentNews {
        attempts = List.copyOf(attempts);
    }
}
