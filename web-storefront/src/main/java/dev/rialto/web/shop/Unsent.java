package dev.rialto.web.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form that nobody answered: the page keeps what was typed and sends it again.
 *
 * @param path where the form goes
 */
public record Unsent(String path, List<Field> fields) {
    private static final int UNAVAILABLE = 503;
    /** What is typed into these stands in no page. */
    private static final Set<String> SECRETS = Set.of("password", "code");

    public Unsent {
        fields = List.copyOf(fields);
    }

    /** One field as it was sent. */
    public record Field(String name, String value) {}

    /** The page for a form that was refused because nobody is there to take it; empty for anything else. */
    static Optional<Answer> of(Visit visit, DomainException refused) {
        boolean isKept = refused.code().kind() == ErrorKind.UNAVAILABLE
                && visit.isForm()
                && visit.fields("").keySet().stream().noneMatch(Unsent::isSecret);
        return isKept
                ? Optional.of(new Answer.Show(UNAVAILABLE, "unsent", new Unsent(visit.path(), fields(visit))))
                : Optional.empty();
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(lower::contains);
    }

    private static List<Field> fields(Visit visit) {
        return visit.fields("").keySet().stream()
                .flatMap(name -> typed(visit, name))
                .toList();
    }

    private static Stream<Field> typed(Visit visit, String name) {
        return visit.all(name).stream().map(value -> new Field(name, value));
    }
}
