package dev.rialto.launcher;

import dev.rialto.launcher.Demo.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the terminal once the mall is open: where to go, who may sign in, where to look. */
final class StartCard {
    private final LaunchSettings settings;
    private final List<String> lines = new ArrayList<>();

    private StartCard(LaunchSettings settings) {
        this.settings = settings;
    }

    static String of(LaunchSettings settings, Parts parts, DataFolder folder, String time) {
        StartCard card = new StartCard(settings);
        card.lines.add("");
        card.lines.add("The mall is open (" + time.strip() + ").");
        card.addresses(parts.demo());
        parts.sandbox().ifPresent(gateway -> card.line("Payments", gateway.address() + "/ (sandbox; no money moves)"));
        parts.cards().ifPresent(cards -> card.line("Cards", cards.address() + "/journal (sandbox card provider)"));
        card.line("Log", folder.folder("logs").resolve("rialto-0.log").toString());
        parts.demo().ifPresent(demo -> card.accounts(demo.accounts()));
        if (settings.isTestClock()) {
            card.lines.add("TEST CLOCK: the time of this mall can be moved. Not for real trade.");
        }
        card.lines.add("Ctrl-C closes it; the data stays.");
        return String.join(System.lineSeparator(), card.lines);
    }

    private void addresses(Optional<Demo> demo) {
        line("Mall", address(settings.text("rialto.host.mall", "mall.localhost")));
        String domain = settings.text("rialto.host.storefronts", "localhost");
        demo.map(Demo::storefronts).orElse(List.of()).forEach(name -> line("Storefront", address(name + "." + domain)));
        line(
                "Console",
                address(settings.text("rialto.host.console", "console.localhost"), settings.consolePublicPort()));
        line("API", address(settings.text("rialto.host.api", "api.localhost")) + "api/v1");
    }

    private void accounts(List<Account> accounts) {
        lines.add("  Demo accounts");
        List<Account> all = new ArrayList<>(accounts);
        all.add(new Account("channel Cardpoint", "cards@cardpoint.example", "cardpoint-owner-2026"));
        all.add(new Account("channel Cardpoint Kiosk", "kiosk@cardpoint.example", "cardpoint-owner-2026"));
        for (Account account : all) {
            lines.add(String.format("    %-26s %-24s %s", account.email(), account.password(), account.role()));
        }
    }

    private void line(String what, String value) {
        lines.add(String.format("  %-11s %s", what, value));
    }

    private String address(String host) {
        return address(host, settings.publicPort());
    }

    private String address(String host, int shown) {
        String scheme = settings.text("rialto.public.scheme", "http");
        int usual = scheme.equals("https") ? 443 : 80;
        String port = shown == usual ? "" : ":" + shown;
        return scheme + "://" + host + port + "/";
    }
}
