package dev.rialto.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputsTest {
    private static final String PAGE = """
            <input type="radio" name="variant" value="v1" disabled="disabled"/>
            <input type="radio" name="variant" value="v2" required/>
            <input name="delivery.a" type="radio" value="fast"/><input name="delivery.a" type="radio" value="slow"/>
            <input name="delivery.b" type="radio" value="only"/>
            """;

    @Test
    void takesTheFirstThatCanBeChosen() {
        assertThat(Inputs.of(PAGE).value("variant")).contains("v2");
        assertThat(Inputs.of(PAGE).value("other")).isEmpty();
    }

    @Test
    void takesTheFirstChoiceOfEachGroup() {
        assertThat(Inputs.of(PAGE).choices("delivery."))
                .containsEntry("delivery.a", "fast")
                .containsEntry("delivery.b", "only")
                .hasSize(2);
    }
}
