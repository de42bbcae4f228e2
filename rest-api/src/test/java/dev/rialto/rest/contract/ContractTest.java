package dev.rialto.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that is kept and served is what the code gives. */
class ContractTest {
    static final Path KEPT = Path.of("../docs/api/openapi.json");
    private static final boolean WRITE = Boolean.getBoolean("rialto.contract.write");

    private static String generated = "";

    /** The document, made once: the library keeps what it was told for the whole process. */
    static synchronized String generated() {
        if (generated.isEmpty()) {
            generated = generate();
        }
        return generated;
    }

    private static String generate() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            ObjectNode tree = Json.mapper().valueToTree(Contract.document());
            // the library writes the extensions a second time, under a name that OpenAPI does not know
            tree.remove("extensions");
            return Json.mapper().writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theKeptDocumentIsWhatTheCodeGives() throws Exception {
        String generated = generated();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/openapi.json"), generated);
        if (WRITE) {
            Files.writeString(KEPT, generated);
        }
        assertThat(Files.readString(KEPT))
                .as("docs/api/openapi.json is not what the code gives: look at the difference, then"
                        + " ./mvnw -pl rest-api -am -Dtest='*ContractTest' -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Drialto.contract.write=true test")
                .isEqualTo(generated);
    }
}
