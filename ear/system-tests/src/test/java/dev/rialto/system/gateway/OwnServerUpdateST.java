package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seller replaces the program of the own server. */
class OwnServerUpdateST {
    private static final String PROGRAM = "/payload/storefront-node.war";
    private static final String WORDS = "/WEB-INF/classes/dev/rialto/web/wording_en.properties";
    private static final String BEFORE = "All goods";
    private static final String AFTER = "Everything we make";

    @TempDir
    private Path folder;

    @Test
    @Tag("A20")
    void aReplacedJarStartsAgainAndIsTheProgramThatRuns() throws Exception {
        Mall mall = Mall.running();
        try (OwnServer before = OwnServer.start(mall, OwnServer.STOREFRONT, mall.port(), folder.resolve("seller"))) {
            assertThat(before.shopper().get("/goods").text()).contains(BEFORE).doesNotContain(AFTER);
            try (OwnServer after = before.startedAgain(newer())) {
                assertThat(after.shopper().get("/goods").text())
                        .contains(AFTER, "href=\"/goods/")
                        .doesNotContain(BEFORE);
                assertThat(after.answersWhileStarting()).isSubsetOf(200);
            }
            assertThat(before.answersWhileStarting()).isSubsetOf(200);
        }
    }

    /** The jar as a later version might be: with one text changed. */
    private Path newer() throws IOException {
        Path jar = Files.copy(OwnServer.jar(), folder.resolve("newer.jar"));
        Path war = folder.resolve("newer.war");
        try (FileSystem parts = FileSystems.newFileSystem(jar)) {
            Files.copy(parts.getPath(PROGRAM), war);
            try (FileSystem program = FileSystems.newFileSystem(war)) {
                Path words = program.getPath(WORDS);
                Files.writeString(words, Files.readString(words).replace(BEFORE, AFTER));
            }
            Files.copy(war, parts.getPath(PROGRAM), StandardCopyOption.REPLACE_EXISTING);
        }
        return jar;
    }
}
