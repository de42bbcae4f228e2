package dev.rialto.web.console;

import java.util.Map;

/** A page and the variables its address was asked for with. */
record PageMatch(PageEntry entry, Map<String, String> variables) {
    PageMatch {
        variables = Map.copyOf(variables);
    }
}
