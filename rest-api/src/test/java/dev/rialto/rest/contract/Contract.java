package dev.rialto.rest.contract;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The document of the partner API as the code gives it: read by swagger-core from resources and records, completed with
 * what our own annotations and the Javadoc say.
 */
final class Contract {
    /** Version of the contract: minor for additions, major for breaks; docs/api/CHANGELOG.md has an entry for each. */
    static final String VERSION = "1.1.0";

    /**
     * Not for partners: what payment gateways call, the benchmark's constant answer, and sign-on, whose contract is OpenID
     * Connect with a discovery document of its own.
     */
    private static final Set<String> FILTERED = Set.of(
            "PaymentCallBacks",
            "CardCallBacks",
            "CertificateResource",
            "HelloResource",
            "DocumentPage",
            "OpenIdResource");

    private final Map<String, Method> operations = new TreeMap<>();
    private final SchemaNames names = new SchemaNames();
    private final OpenAPI document;

    private Contract() {
        Json.mapper().setVisibility(PropertyAccessor.GETTER, Visibility.NONE);
        Json.mapper().setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE);
        Json.mapper().setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
        ModelConverters.getInstance()
                .addConverter(new ModelResolver(Json.mapper().copy(), names));
        List<OpenAPIExtension> extensions = new ArrayList<>(OpenAPIExtensions.getExtensions());
        extensions.add(0, new Noting(operations));
        OpenAPIExtensions.setExtensions(extensions);
        Reader reader =
                new Reader(new SwaggerConfiguration().openAPI(new OpenAPI()).sortOutput(true));
        document = reader.read(new LinkedHashSet<>(resources()));
    }

    static OpenAPI document() {
        Contract contract = new Contract();
        Words words = words();
        contract.document.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> new OperationText(contract.document, words)
                        .complete(operation, contract.operations.get(operation.getOperationId()))));
        new SchemaText(contract.names, words).complete(contract.document);
        Frame.around(contract.document, Codes.of(words));
        new Examples(contract.document).fill();
        contract.document.setPaths(sorted(contract.document.getPaths()));
        return contract.document;
    }

    static Words words() {
        return Words.of(Path.of("src/main/java"), Path.of("../ejb-core/src/main/java"));
    }

    private static Paths sorted(Paths paths) {
        Paths sorted = new Paths();
        new TreeMap<String, PathItem>(paths).forEach(sorted::addPathItem);
        return sorted;
    }

    /** All resources of the API that are for partners. */
    static List<Class<?>> resources() {
        List<Class<?>> found = new ArrayList<>();
        new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages("dev.rialto.rest").stream()
                        .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                        .filter(type -> !FILTERED.contains(type.getSimpleName()))
                        .sorted(java.util.Comparator.comparing(JavaClass::getName))
                        .forEach(type -> found.add(type.reflect()));
        return found;
    }

    /** The methods of a resource that answer requests. */
    static List<Method> operationsOf(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)))
                .toList();
    }
}
