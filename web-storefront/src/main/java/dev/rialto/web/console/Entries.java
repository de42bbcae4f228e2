package dev.rialto.web.console;

import dev.rialto.kernel.Violations;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What was typed into a form, read by name. What cannot be read is collected, so that a person mends it all at once:
 * call {@link #raise} before the values are used.
 */
public final class Entries {
    private final HttpServletRequest request;
    private final Violations violations = new Violations();

    Entries(HttpServletRequest request) {
        this.request = request;
    }

    /** Was there such an input at all? */
    public boolean has(String name) {
        return request.getParameter(name) != null;
    }

    /** The text without the space around it; empty when there is none. */
    public String text(String name) {
        String typed = request.getParameter(name);
        return typed == null ? "" : typed.strip();
    }

    /** The text, or nothing when it is blank. */
    public Optional<String> optional(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /** As it was typed, space included: a password. */
    public String secret(String name) {
        String typed = request.getParameter(name);
        return typed == null ? "" : typed;
    }

    /** All values of inputs that share a name. */
    public List<String> all(String name) {
        String[] typed = request.getParameterValues(name);
        return typed == null
                ? List.of()
                : Arrays.stream(typed).map(String::strip).toList();
    }

    /** Is a box ticked? */
    public boolean ticked(String name) {
        return has(name);
    }

    /** Texts per language from {@code name.ko}, {@code name.en} …; blank ones are left out. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Phrases.LANGUAGES) {
            optional(name + "." + language).ifPresent(text -> texts.put(language, text));
        }
        return texts;
    }

    /** What follows {@code prefix.} in the names of all inputs: the lines of a table. */
    public List<String> lines(String prefix) {
        return request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(prefix + "."))
                .map(name -> name.substring(prefix.length() + 1))
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .distinct()
                .toList();
    }

    /** A whole number; thousands may be set apart by commas. */
    public long whole(String name) {
        return wholeOrNone(name).orElseGet(() -> {
            if (text(name).isEmpty()) {
                violations.add(name, "required");
            }
            return 0L;
        });
    }

    /** A whole number, if one was typed. */
    public Optional<Long> wholeOrNone(String name) {
        return decimal(name).flatMap(number -> {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException e) {
                violations.add(name, "not_whole");
                return Optional.empty();
            }
        });
    }

    /** A percentage as basis points: 7.5 is 750. */
    public int basisPoints(String name) {
        return decimal(name)
                .map(percent -> {
                    try {
                        return percent.movePointRight(2).intValueExact();
                    } catch (ArithmeticException e) {
                        violations.add(name, "not_percent");
                        return 0;
                    }
                })
                .orElse(0);
    }

    /** An amount in minor units of the currency, typed in major ones; nothing when blank. */
    public Optional<Long> minor(String name, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return decimal(name).flatMap(amount -> {
            try {
                return Optional.of(amount.movePointRight(digits).longValueExact());
            } catch (ArithmeticException e) {
                violations.add(name, "too_many_decimals", digits);
                return Optional.empty();
            }
        });
    }

    /** An id as the form carries it. */
    public Optional<UUID> id(String name) {
        return optional(name).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                violations.add(name, "unknown");
                return Optional.empty();
            }
        });
    }

    /** All ids of inputs that share a name. */
    public List<UUID> ids(String name) {
        try {
            return all(name).stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException e) {
            violations.add(name, "unknown");
            return List.of();
        }
    }

    /** An uploaded file, if one was chosen. */
    public Optional<Part> file(String name) {
        String type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(request.getPart(name)).filter(part -> part.getSize() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            return Optional.empty();
        }
    }

    /** A rule of the form itself. */
    public Entries check(boolean holds, String name, String code, Object... arguments) {
        violations.check(holds, name, code, arguments);
        return this;
    }

    /** Refuses with all that could not be read. */
    public void raise() {
        violations.raise(ConsoleError.UNREADABLE_ENTRY);
    }

    private Optional<BigDecimal> decimal(String name) {
        return optional(name).flatMap(text -> {
            try {
                return Optional.of(new BigDecimal(text.replace(",", "").replace(" ", "")));
            } catch (NumberFormatException e) {
                violations.add(name, "not_number");
                return Optional.empty();
            }
        });
    }
}
