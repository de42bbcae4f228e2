package dev.rialto.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginRoleIT {
    @TempDir
    Path folder;

    @Test
    void theApplicationsLoginIsBoundByRowLevelSecurity() {
        assertThat(faults("rialto_app", true)).isEmpty();
        assertThat(faults("rialto_front", false)).isEmpty();
    }

    @Test
    void aLoginThatCanBecomeTheMallNeedsAConsole() {
        assertThat(faults("rialto_app", false)).singleElement().asString().contains("whole mall");
    }

    @Test
    void ownerAndSuperuserAreRefused() {
        assertThat(faults("rialto_owner", true)).contains("owns the tables");
        assertThat(faults("postgres", true)).contains("is a superuser", "bypasses row-level security");
    }

    private List<String> faults(String login, boolean servesConsole) {
        try (TestMall mall = TestMall.loggedInAs(login, folder)) {
            return mall.inTransaction(() -> LoginRole.faults(mall.get(Database.class), servesConsole));
        }
    }
}
