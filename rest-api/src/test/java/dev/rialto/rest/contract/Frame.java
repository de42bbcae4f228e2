package dev.rialto.rest.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.MayMatch;
import dev.rialto.rest.Problem;
import dev.rialto.rest.Scope;
import dev.rialto.rest.TokenRefusal;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import jakarta.ws.rs.HeaderParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all operations share: introduction, security, headers, refusals and the list of codes. */
final class Frame {
    static final Map<Integer, String> GOOD = Map.of(200, "Done", 201, "Made", 202, "Taken in", 204, "Done");
    static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "TooDeep"),
            Map.entry(401, "Unauthenticated"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Stale"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "WrongMediaType"),
            Map.entry(422, "Invalid"),
            Map.entry(428, "VersionNeeded"),
            Map.entry(429, "TooManyCalls")));
    /** What the token endpoint refuses in the form of OAuth. */
    static final List<String> TOKEN_REFUSALS = List.of("400", "401", "403", "429");

    /** Those who act so have no shopper with a language before them. */
    private static final Set<Acts.Name> OWN_ROWS = Set.of(Acts.Name.SELLER, Acts.Name.CHANNEL);

    private static final Properties TEXTS = texts("texts.properties");

    private Frame() {}

    static Properties texts(String name) {
        try (InputStream file = Frame.class.getResourceAsStream(name)) {
            Properties texts = new Properties();
            texts.load(new java.io.InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String key) {
        String text = TEXTS.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("texts.properties has no " + key);
        }
        return text;
    }

    /** The headers that an operation reads, besides Authorization. */
    static List<String> headersOf(Method method) {
        List<String> headers = new ArrayList<>();
        Acts acts = method.getAnnotation(Acts.class);
        if (acts != null && !OWN_ROWS.contains(acts.value())) {
            headers.addAll(List.of("Rialto-Language", "Rialto-Currency"));
        }
        if (acts != null && acts.value() == Acts.Name.SHOPPER) {
            headers.addAll(List.of("Rialto-Cart", "Rialto-Member", "Rialto-Order-Key"));
        }
        if (acts != null && acts.value() == Acts.Name.MEMBER) {
            headers.addAll(List.of("Member", "Rialto-Cart"));
        }
        Keyed keyed = method.getAnnotation(Keyed.class);
        if (keyed != null) {
            headers.add(keyed.value() == Keyed.Need.REQUIRED ? "Idempotency-Key" : "OptionalKey");
        }
        Arrays.stream(method.getParameters())
                .filter(each -> each.isAnnotationPresent(HeaderParam.class))
                .map(each -> each.getAnnotation(HeaderParam.class).value())
                .filter(name -> name.equals("If-Match"))
                .map(name -> method.isAnnotationPresent(MayMatch.class) ? "OptionalMatch" : name)
                .forEach(headers::add);
        return headers;
    }

    static void around(OpenAPI document, Codes codes) {
        document.setInfo(new Info()
                .title("Rialto partner API")
                .version(Contract.VERSION)
                .description(introduction())
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")));
        document.setServers(List.of(new Server().url("/api").description("The API host of the mall")));
        document.setTags(tags(document));
        Components components = document.getComponents();
        components.addSecuritySchemes("credential", credential());
        components.setParameters(parameters());
        components.setHeaders(headers());
        ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
        ModelConverters.getInstance().readAll(TokenRefusal.class).forEach(components::addSchemas);
        describe(components);
        REFUSALS.forEach((status, name) -> components.addResponses(name, refusal(status)));
        components.addResponses("TokenRefused", tokenRefusal());
        document.addExtension("x-problem-codes", list(codes));
    }

    private static void describe(Components components) {
        components.getSchemas().get("Problem").setDescription("A refusal (RFC 9457)");
        components.getSchemas().get("TokenRefusal").setDescription("A refusal of a token (RFC 6749), and why");
    }

    private static String introduction() {
        try (InputStream file = Frame.class.getResourceAsStream("introduction.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Tag> tags(OpenAPI document) {
        TreeSet<String> names = new TreeSet<>();
        document.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> names.addAll(operation.getTags())));
        return names.stream()
                .map(name -> new Tag().name(name).description(text("tag." + name)))
                .toList();
    }

    private static SecurityScheme credential() {
        Scopes scopes = new Scopes();
        Contract.resources().stream()
                .flatMap(resource -> Contract.operationsOf(resource).stream())
                .filter(method -> method.isAnnotationPresent(Scope.class))
                .map(method -> method.getAnnotation(Scope.class).value())
                .distinct()
                .sorted()
                .forEach(scope -> scopes.addString(scope, text("scope." + scope)));
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description(text("security"))
                .flows(new OAuthFlows()
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/api/v1/token").scopes(scopes)));
    }

    private static Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (String name : List.of(
                "Rialto-Language", "Rialto-Currency", "Rialto-Cart", "Rialto-Member", "Rialto-Order-Key", "If-Match")) {
            all.put(name, header(name).required(false));
        }
        all.put("Member", header("Rialto-Member").required(true));
        all.put("Idempotency-Key", header("Idempotency-Key").required(true));
        all.put("OptionalKey", header("Idempotency-Key").required(false));
        all.put("OptionalMatch", header("If-Match").required(false).description(text("header.OptionalMatch")));
        return new TreeMap<>(all);
    }

    private static Parameter header(String name) {
        StringSchema schema = new StringSchema();
        if (name.equals("Idempotency-Key")) {
            schema.minLength(1).maxLength(255);
        }
        return new Parameter()
                .in("header")
                .name(name)
                .description(text("header." + name))
                .schema(schema);
    }

    private static Map<String, Header> headers() {
        Map<String, Header> all = new TreeMap<>();
        for (String name : List.of(
                "X-Request-Id",
                "RateLimit",
                "RateLimit-Policy",
                "ETag",
                "Idempotent-Replayed",
                "Link",
                "Retry-After")) {
            all.put(name, new Header().description(text("header." + name)).schema(new StringSchema()));
        }
        return all;
    }

    private static ApiResponse refusal(int status) {
        ApiResponse refusal = new ApiResponse()
                .description(text("status." + status))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(Examples.problem(status, text("code." + status)))));
        refusal.addHeaderObject("X-Request-Id", new Header().$ref("#/components/headers/X-Request-Id"));
        if (status == 429 || status == 409) {
            refusal.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/Retry-After"));
        }
        return refusal;
    }

    private static ApiResponse tokenRefusal() {
        ApiResponse refusal = refusal(401).description(text("status.token"));
        MediaType form = new MediaType().schema(new Schema<>().$ref("#/components/schemas/TokenRefusal"));
        ObjectNode example = (ObjectNode) Examples.problem(401, "invalid_client");
        example.put("error", "invalid_client").put("error_description", "invalid client");
        refusal.getContent().addMediaType("application/json", form.example(example));
        refusal.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/Retry-After"));
        return refusal;
    }

    private static List<Map<String, Object>> list(Codes codes) {
        List<Map<String, Object>> list = new ArrayList<>();
        codes.all().forEach(code -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("code", code.code());
            line.put("status", code.status());
            line.put("meaning", code.meaning());
            list.add(line);
        });
        return list;
    }
}
