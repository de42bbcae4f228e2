package dev.rialto.rest.contract;

import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Scope;
import dev.rialto.rest.Takes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Request;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Completes one operation: what it is for, who may call it, its headers, its answer and its refusals. */
final class OperationText {
    private final OpenAPI document;
    private final Words words;

    OperationText(OpenAPI document, Words words) {
        this.document = document;
        this.words = words;
    }

    void complete(Operation operation, Method method) {
        String about = words.of(method.getDeclaringClass(), method.getName());
        operation.setSummary(about.replaceFirst("(?s)([.:;]) .*", "$1").replaceFirst("[.:;]$", ""));
        operation.setDescription(about);
        operation.setTags(List.of(tagOf(method.getDeclaringClass())));
        Scope scope = method.getAnnotation(Scope.class);
        operation.setSecurity(
                scope == null ? List.of() : List.of(new SecurityRequirement().addList("credential", scope.value())));
        Takes takes = method.getAnnotation(Takes.class);
        if (takes != null) {
            operation.setRequestBody(body(takes));
        } else if (Arrays.stream(method.getParameterTypes()).noneMatch(Class::isRecord)) {
            operation.setRequestBody(null);
        }
        RequestBody body = operation.getRequestBody();
        if (body != null) {
            body.setRequired(true);
        }
        operation.setParameters(parameters(operation, method));
        operation.setResponses(responses(operation, method));
    }

    static String tagOf(Class<?> resource) {
        return resource.getSimpleName().replaceFirst("Resource$", "");
    }

    private RequestBody body(Takes takes) {
        return new RequestBody()
                .content(new Content().addMediaType(takes.media(), new MediaType().schema(schema(takes.value()))));
    }

    /** A file of text; its example is the least that makes one product. */
    private static Schema<?> file() {
        return new StringSchema().example("Handle,Title,Variant Price\r\noak-tray,Oak tray,12000\r\n");
    }

    private Schema<?> schema(Class<?> type) {
        if (type == byte[].class) {
            return new BinarySchema();
        }
        if (type == String.class) {
            return new ObjectSchema();
        }
        ResolvedSchema resolved =
                ModelConverters.getInstance().resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(
                (name, schema) -> document.getComponents().addSchemas(name, schema));
        return resolved.schema;
    }

    private static List<Parameter> parameters(Operation operation, Method method) {
        List<Parameter> all = new ArrayList<>();
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !parameter.getIn().equals("header"))
                    .forEach(all::add);
        }
        Frame.headersOf(method).forEach(name -> all.add(new Parameter().$ref("#/components/parameters/" + name)));
        return all.isEmpty() ? null : all;
    }

    private ApiResponses responses(Operation operation, Method method) {
        Answers answers = method.getAnnotation(Answers.class);
        ApiResponses all = new ApiResponses();
        ApiResponse good = new ApiResponse().description(Frame.GOOD.get(answers.status()));
        if (answers.value() != void.class) {
            good.content(new Content().addMediaType(media(method), new MediaType().schema(schema(answers.value()))));
        }
        headers(method).forEach(name -> good.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
        all.addApiResponse(String.valueOf(answers.status()), good);
        if (isConditional(method)) {
            all.addApiResponse(
                    "304", new ApiResponse().description("Unchanged since the ETag that If-None-Match names"));
        }
        refusals(operation, method)
                .forEach(status -> all.addApiResponse(
                        String.valueOf(status),
                        new ApiResponse().$ref("#/components/responses/" + Frame.REFUSALS.get(status))));
        if (method.getName().equals("token")) {
            Frame.TOKEN_REFUSALS.forEach(status ->
                    all.addApiResponse(status, new ApiResponse().$ref("#/components/responses/TokenRefused")));
        }
        return all;
    }

    private static String media(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces == null ? "application/json" : produces.value()[0];
    }

    private static boolean isConditional(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Request.class);
    }

    private static List<String> headers(Method method) {
        List<String> headers = new ArrayList<>(List.of("X-Request-Id"));
        if (method.isAnnotationPresent(Scope.class)) {
            headers.addAll(List.of("RateLimit", "RateLimit-Policy"));
        }
        if (isConditional(method) || Frame.headersOf(method).contains("If-Match")) {
            headers.add("ETag");
        }
        if (isConditional(method) && media(method).equals("text/csv")) {
            headers.add("Link");
        }
        if (method.isAnnotationPresent(Keyed.class)) {
            headers.add("Idempotent-Replayed");
        }
        return headers;
    }

    private static Set<Integer> refusals(Operation operation, Method method) {
        Set<Integer> statuses = new TreeSet<>();
        List<String> headers = Frame.headersOf(method);
        boolean isRead = method.isAnnotationPresent(GET.class);
        add(statuses, method.isAnnotationPresent(Scope.class), 401, 403, 429);
        add(statuses, operation.getSecurity().isEmpty() && operation.getRequestBody() != null, 401, 429);
        add(statuses, hasPathParameter(operation), 404);
        add(statuses, !isRead && method.isAnnotationPresent(Scope.class), 409);
        add(statuses, headers.contains("If-Match"), 412, 428);
        add(statuses, headers.contains("OptionalMatch"), 412);
        add(statuses, operation.getRequestBody() != null, 400, 413, 415, 422);
        add(statuses, operation.getParameters() != null, 422);
        add(statuses, isNamed(method), 404);
        return statuses;
    }

    private static void add(Set<Integer> statuses, boolean fits, Integer... more) {
        if (fits) {
            statuses.addAll(List.of(more));
        }
    }

    private static boolean hasPathParameter(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()));
    }

    private static boolean isNamed(@Nullable Method method) {
        return method != null
                && method.isAnnotationPresent(Acts.class)
                && !method.isAnnotationPresent(GET.class)
                && method.getAnnotation(Acts.class).value() != Acts.Name.STOREFRONT;
    }
}
