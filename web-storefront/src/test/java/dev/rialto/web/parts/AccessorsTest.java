package dev.rialto.web.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessorsTest {
    private final Accessors accessors = new Accessors();
    private final Context context = new Context();

    /** A type of ours as pages see it. */
    public record Shown(String title) {
        public String broken() {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void callsAccessorsOfOurTypes() {
        assertThat(accessors.invoke(context, new Shown("Teapot"), "title", null, null))
                .isEqualTo("Teapot");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void leavesOtherTypesAndCallsWithValuesToTheLanguage() {
        accessors.invoke(context, "text", "length", null, null);
        accessors.invoke(context, new Shown("Teapot"), "equals", null, new Object[] {1});
        accessors.invoke(context, new Shown("Teapot"), "missing", null, null);

        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void tellsWhatAnAccessorThrew() {
        assertThatThrownBy(() -> accessors.invoke(context, new Shown("Teapot"), "broken", null, null))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private static final class Context extends ELContext {
        @Override
        public @Nullable ELResolver getELResolver() {
            return null;
        }

        @Override
        public @Nullable FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public @Nullable VariableMapper getVariableMapper() {
            return null;
        }
    }
}
