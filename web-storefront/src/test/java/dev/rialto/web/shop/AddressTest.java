package dev.rialto.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {
    private final Address list = new Address("/goods", Map.of("q", List.of("찻잔 & more")));

    @Test
    void encodesWhatItCarries() {
        assertThat(list.toString()).isEqualTo("/goods?q=%EC%B0%BB%EC%9E%94+%26+more");
    }

    @Test
    void togglesOneValueOfSeveral() {
        Address red = new Address("/goods", Map.of()).toggled("colour", "red");
        assertThat(red.toggled("colour", "blue").toString()).isEqualTo("/goods?colour=red&colour=blue");
        assertThat(red.toggled("colour", "red").toString()).isEqualTo("/goods");
    }
}
