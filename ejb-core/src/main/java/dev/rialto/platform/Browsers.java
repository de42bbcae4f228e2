package dev.rialto.platform;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ua_parser.Parser;

/** What people call a browser: a list of one's sessions says "Firefox · Linux". */
public final class Browsers {
    private static final int LONGEST = 200;
    private static final String UNKNOWN = "Other";

    private Browsers() {}

    /** The rules are read when somebody signs in for the first time. */
    private static final class Rules {
        private static final Parser PARSER = new Parser();
    }

    /**
     * Names the browser and its system.
     *
     * @param agent the request's {@code User-Agent}; null or empty when it has none, and the name is empty then
     * @return neither version nor make of the device, which nobody needs to know; what is not known stays as it came,
     *     at most 200 characters
     */
    public static String name(@Nullable String agent) {
        if (agent == null || agent.isEmpty()) {
            return "";
        }
        String bounded = agent.substring(0, Math.min(LONGEST, agent.length()));
        String name = Stream.of(Rules.PARSER.parseUserAgent(bounded).family, Rules.PARSER.parseOS(bounded).family)
                .filter(Objects::nonNull)
                .filter(family -> !family.equals(UNKNOWN))
                .distinct()
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? bounded : name;
    }
}
