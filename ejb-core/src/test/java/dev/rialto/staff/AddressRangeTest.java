package dev.rialto.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
    private static boolean within(String list, String address) {
        return AddressRange.list("rialto.console.allow", list).stream().anyMatch(range -> range.contains(address));
    }

    @Test
    void knowsWhatIsWithin() {
        assertThat(within("203.0.113.0/24", "203.0.113.7")).isTrue();
        assertThat(within("203.0.113.0/24", "203.0.114.7")).isFalse();
        assertThat(within("203.0.113.128/25, 10.0.0.1", "203.0.113.7")).isFalse();
        assertThat(within("203.0.113.128/25, 10.0.0.1", "10.0.0.1")).isTrue();
        assertThat(within("2001:db8::/32", "2001:db8:1::5")).isTrue();
        assertThat(within("2001:db8::/32", "2001:db9::5")).isFalse();
        assertThat(within("127.0.0.1", "0:0:0:0:0:ffff:7f00:1")).isTrue();
    }

    @Test
    void takesNamesForNoAddresses() {
        assertThat(within("0.0.0.0/0", "localhost")).isFalse();
        assertThat(within("0.0.0.0/0", "")).isFalse();
    }

    @Test
    void refusesWhatIsNoRangeAndNamesIt() {
        for (String wrong : List.of("example.test", "203.0.113.0/33", "203.0.113/24", "203.0.113.0/x", "::/129")) {
            assertThatThrownBy(() -> AddressRange.list("rialto.console.allow", wrong))
                    .hasMessageContaining("rialto.console.allow")
                    .hasMessageContaining(wrong);
        }
    }
}
