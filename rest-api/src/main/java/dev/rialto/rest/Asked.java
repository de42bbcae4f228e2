package dev.rialto.rest;

import dev.rialto.kernel.Violations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses parameters that the operation does not know, before anything else is done (A16), and notes those it knows. */
final class Asked implements ContainerRequestFilter {
    private static final String OPTION = "option.";
    private static final int LONGEST = 500;
    /** Words that people type stay out of the log. */
    private static final Set<String> WORDS = Set.of("q");

    private final HttpServletRequest call;
    private final Set<String> known = new LinkedHashSet<>();
    private final boolean takesOptions;
    private final boolean takesAny;
    private final String kind;

    Asked(HttpServletRequest call, Method operation) {
        this.call = call;
        Kind named = operation.getAnnotation(Kind.class);
        this.kind = named == null ? "other" : named.value();
        this.takesAny = operation.isAnnotationPresent(TakesAny.class);
        boolean options = false;
        for (Parameter parameter : operation.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                known.add(query.value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                options = options || parameter.getType().isAnnotationPresent(TakesOptions.class);
                addFields(parameter.getType());
            }
        }
        this.takesOptions = options;
    }

    private void addFields(Class<?> bean) {
        for (Field field : bean.getDeclaredFields()) {
            QueryParam query = field.getAnnotation(QueryParam.class);
            if (query != null) {
                known.add(query.value());
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        LoggedCalls.kind(call, kind);
        boolean isNamed = request.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .allMatch(WireJson::isKeepable);
        if (!isNamed) {
            throw GatewayError.NOT_FOUND.now();
        }
        if (takesAny) {
            return;
        }
        Violations wrong = new Violations();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            boolean fits = known.contains(name) || (takesOptions && name.startsWith(OPTION));
            wrong.check(fits, shortened(name), "unknown_parameter");
            if (fits) {
                values.forEach(value -> wrong.optionalText(name, value, LONGEST)
                        .check(WireJson.isKeepable(value), name, "invalid_characters"));
                note(name, values);
            }
        });
        wrong.raise(GatewayError.INVALID_PARAMETER);
    }

    private void note(String name, List<String> values) {
        LoggedCalls.note(call, name, WORDS.contains(name) ? "(words)" : shortened(String.join(",", values)));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 100));
    }
}
