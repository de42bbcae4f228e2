package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Violations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static List<String> problems(String password) {
        Violations violations = new Violations();
        PasswordRules.check(violations, "password", password, "harbourmaster@example.test");
        try {
            violations.raise(MembershipError.INVALID_MEMBER);
        } catch (DomainException e) {
            return e.fields().stream().map(FieldError::code).toList();
        }
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "P@ssw0rd",
                "12345678",
                "87654321",
                "qwertyui",
                "qwerty123",
                "1q2w3e4r",
                "aaaaaaaa",
                "abababab",
                "abcdefgh",
                "letmein123",
                "iloveyou2026",
                "20261122",
                "1990-02-28",
                "saranghae1",
                "woaini1314",
                "sakura2025",
                "dragon99!",
                "admin123!",
                "!!password!!",
                "helloworld1",
                "welcome2026",
                "asdfghjkl",
                "1qaz2wsx",
                "harbourmaster",
                "harbourmaster1",
                "passwordpassword",
                "11112222",
                "qwerasdf",
                "zxcvbnm1"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertThat(problems(password)).containsExactly("too_common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a quiet little harbour",
                "Tr4m-to-the-quay",
                "k7#mWq2pLx",
                "비밀스러운 항구의 밤",
                "静かな港の夜明けです",
                "correct horse battery staple",
                "m0ss&lichen"
            })
    void whatIsHardToGuessIsTaken(String password) {
        assertThat(problems(password)).isEmpty();
    }

    @Test
    void lengthsAreCountedInCharactersAsPeopleSeeThem() {
        assertThat(problems("k7#mWq2")).containsExactly("too_short");
        assertThat(problems("")).containsExactly("required");
        assertThat(problems("xK".repeat(65))).containsExactly("too_long");
    }
}
