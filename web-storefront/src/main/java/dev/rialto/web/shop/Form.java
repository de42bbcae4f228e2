package dev.rialto.web.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as it is shown: what was typed, and what is wrong with it in the visitor's words. */
public final class Form {
    private final Wording wording;
    private final Map<String, String> values;
    private final Map<String, String> errors;
    private final List<String> general;

    private Form(Wording wording, Map<String, String> values, Map<String, String> errors, List<String> general) {
        this.wording = wording;
        this.values = values;
        this.errors = errors;
        this.general = general;
    }

    /** One line of the summary; the field is null when it concerns the whole form. */
    public record Problem(@Nullable String field, String text) {}

    public static Form of(Wording wording, Map<String, String> values) {
        return new Form(wording, Map.copyOf(values), Map.of(), List.of());
    }

    /** The named fields as the visitor typed them. */
    public static Form typed(Visit visit, String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, visit.text(name));
        }
        return of(visit.wording(), values);
    }

    /** The same form with what a port refused; errors at fields it does not have concern the whole. */
    public Form refused(DomainException refusal) {
        return refusal.fields().isEmpty()
                ? new Form(
                        wording,
                        values,
                        errors,
                        List.of(wording.first("problem." + refusal.code().code(), "problem")))
                : refused(refusal.fields());
    }

    public Form refused(List<FieldError> found) {
        Map<String, String> atFields = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        for (FieldError error : found) {
            if (wording.texts().containsKey("field." + stem(error.field()))) {
                atFields.putIfAbsent(error.field(), text(error));
            } else {
                rest.add(text(error));
            }
        }
        return new Form(wording, values, atFields, rest);
    }

    /** Of accounts there is one for each card of a cart; they share their words. */
    private static String stem(String field) {
        return field.startsWith("account.") ? "account" : field;
    }

    private String text(FieldError error) {
        String own = "problem." + stem(error.field()) + "." + error.code();
        String key = wording.texts().containsKey(own) ? own : "problem." + error.code();
        return wording.say(
                wording.texts().containsKey(key) ? key : "problem.invalid",
                error.arguments().toArray());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean hasErrors() {
        return !errors.isEmpty() || !general.isEmpty();
    }

    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        general.forEach(text -> problems.add(new Problem(null, text)));
        errors.forEach((field, text) -> problems.add(new Problem(field, label(field) + ": " + text)));
        return problems;
    }

    public String label(String name) {
        return wording.say("field." + stem(name));
    }

    public String optionalMark() {
        return wording.say("field.optional");
    }

    public String errorTitle() {
        return wording.say("errors.title");
    }
}
