package dev.rialto.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rialto.rest.Keyed;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every operation of the contract has to say. */
class ContractLintTest {
    /** Open to strangers. */
    private static final Set<String> OPEN = Set.of("token", "keys", "contract");
    /** Posts that change nothing, or whose effect may be repeated without harm. */
    private static final Set<String> HARMLESS = Set.of(
            "token",
            "paymentOutcome",
            "differenceOutcome",
            "showCardCode",
            "startCart",
            "reverse",
            "pauseWebhook",
            "resumeWebhook",
            "previewPrice",
            "previewFee");

    private static OpenAPI document;
    private static JsonNode json;

    @BeforeAll
    static void read() throws Exception {
        String text = ContractTest.generated();
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text);
        assertThat(parsed.getMessages()).isEmpty();
        document = parsed.getOpenAPI();
        json = new ObjectMapper().readTree(text);
    }

    private interface Rule {
        void check(String name, HttpMethod method, String path, Operation operation);
    }

    private static void each(Rule rule) {
        document.getPaths().forEach((path, item) -> operations(item)
                .forEach((method, operation) -> rule.check(method + " " + path, method, path, operation)));
    }

    private static Map<HttpMethod, Operation> operations(PathItem item) {
        return item.readOperationsMap();
    }

    @Test
    void everyOperationOfTheCodeIsInTheDocumentAndNoOther() {
        Set<String> written = new TreeSet<>();
        each((name, method, path, operation) -> written.add(operation.getOperationId()));
        Set<String> coded = new TreeSet<>();
        Contract.resources().stream()
                .flatMap(resource -> Contract.operationsOf(resource).stream())
                .forEach(method -> coded.add(method.getName()));
        assertThat(written).isEqualTo(coded);
        List<String> perMethod = Contract.resources().stream()
                .flatMap(resource -> Contract.operationsOf(resource).stream())
                .map(Method::getName)
                .toList();
        assertThat(perMethod).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysWhatItIsForAndWhoMayCallIt() {
        each((name, method, path, operation) -> {
            assertThat(operation.getSummary()).as(name).isNotBlank().hasSizeLessThan(140);
            assertThat(operation.getTags()).as(name).hasSize(1);
            assertThat(operation.getSecurity().isEmpty()).as(name).isEqualTo(OPEN.contains(operation.getOperationId()));
            assertThat(path).as(name).matches("/v1(/[a-z0-9.-]+|/\\{[a-z]+})+");
        });
    }

    @Test
    void everyOperationDeclaresItsRefusals() {
        each((name, method, path, operation) -> {
            List<String> wanted = new ArrayList<>();
            if (!operation.getSecurity().isEmpty()) {
                wanted.addAll(List.of("401", "403", "429"));
            }
            if (path.contains("{")) {
                wanted.add("404");
            }
            if (operation.getRequestBody() != null) {
                wanted.addAll(List.of("413", "415", "422"));
            }
            if (method != HttpMethod.GET && !operation.getSecurity().isEmpty()) {
                wanted.add("409");
            }
            if (refs(operation).contains("If-Match")) {
                wanted.addAll(List.of("412", "428"));
            }
            if (refs(operation).contains("OptionalMatch")) {
                wanted.add("412");
                assertThat(operation.getResponses().keySet()).as(name).doesNotContain("428");
            }
            assertThat(operation.getResponses().keySet()).as(name).containsAll(wanted);
        });
    }

    private static List<String> refs(Operation operation) {
        return operation.getParameters() == null
                ? List.of()
                : operation.getParameters().stream()
                        .map(each -> String.valueOf(each.get$ref()).replaceFirst(".*/", ""))
                        .toList();
    }

    @Test
    void everyBodyAndParameterHasAnExample() {
        each((name, method, path, operation) -> {
            if (operation.getRequestBody() != null) {
                hasExample(name, operation.getRequestBody().getContent());
            }
            operation.getResponses().values().forEach(response -> hasExample(name, response.getContent()));
        });
        document.getComponents().getParameters().forEach((name, parameter) -> {
            assertThat(parameter.getExample()).as(name).isNotNull();
            assertThat(parameter.getDescription()).as(name).isNotBlank();
        });
    }

    private static void hasExample(String name, Content content) {
        if (content != null) {
            content.values().stream()
                    .filter(media -> !"string".equals(media.getSchema().getType()))
                    .forEach(media -> assertThat(media.getExample()).as(name).isNotNull());
        }
    }

    @Test
    void everyPostWithAnEffectTakesAKey() {
        Contract.resources().stream()
                .flatMap(resource -> Contract.operationsOf(resource).stream())
                .filter(method -> method.isAnnotationPresent(POST.class))
                .forEach(method -> assertThat(method.isAnnotationPresent(Keyed.class))
                        .as(method.getName())
                        .isNotEqualTo(HARMLESS.contains(method.getName())));
    }

    @Test
    void amountsAreMinorUnitsWithTheirCurrencyAndNothingElse() {
        assertThat(document.getComponents()
                        .getSchemas()
                        .get("Money")
                        .getProperties()
                        .keySet())
                .containsExactly("minor", "currency");
        json.at("/components/schemas").fields().forEachRemaining(schema -> schema.getValue()
                .path("properties")
                .fields()
                .forEachRemaining(field -> {
                    boolean isNumber = field.getValue().path("type").asText().matches("integer|number");
                    boolean isAmount = field.getKey().matches("(?i).*(price|amount|captured|refunded)");
                    assertThat(isNumber && isAmount)
                            .as(schema.getKey() + "." + field.getKey())
                            .isFalse();
                }));
    }

    @Test
    void namesOfFieldsAreOfOneForm() {
        document.getComponents().getSchemas().forEach((name, schema) -> fields(schema)
                .filter(field -> !name.startsWith("Token"))
                .forEach(field -> assertThat(field).as(name).matches("[a-z][A-Za-z0-9]*")));
    }

    @SuppressWarnings("unchecked")
    private static java.util.stream.Stream<String> fields(Schema<?> schema) {
        return schema.getProperties().keySet().stream();
    }
}
