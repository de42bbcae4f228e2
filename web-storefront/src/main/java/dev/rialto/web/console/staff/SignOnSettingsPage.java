package dev.rialto.web.console.staff;

import dev.rialto.staff.EditSignOn;
import dev.rialto.staff.SignOnView;
import dev.rialto.staff.SignOns;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How staff come in through the provider of their own house. */
@Route(path = "/staff/sign-on", view = "staff-sign-on", permission = "staff.edit")
public class SignOnSettingsPage implements ConsolePage {
    private final SignOns signOns;
    private @Nullable SignOnView signOn;

    @Inject
    public SignOnSettingsPage(SignOns signOns) {
        this.signOns = signOns;
    }

    @Override
    public Outcome open(Visit visit) {
        signOn = signOns.view(visit.caller()).orElse(null);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "save" -> save(visit);
            case "enforce" -> signOns.enforce(visit.caller());
            case "relax" -> signOns.relax(visit.caller());
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/staff/sign-on", "done.sign-on-" + action);
    }

    private void save(Visit visit) {
        long version = visit.entries().whole("version");
        Map<String, String> roles = roles(visit);
        visit.entries().raise();
        signOns.save(
                visit.caller(),
                new EditSignOn(
                        visit.entries().text("issuer"),
                        visit.entries().text("clientId"),
                        visit.entries().secret("clientSecret"),
                        Arrays.stream(visit.entries()
                                        .text("domains")
                                        .toLowerCase(Locale.ROOT)
                                        .split("[\\s,]+"))
                                .filter(domain -> !domain.isEmpty())
                                .toList(),
                        visit.entries().text("groupClaim"),
                        roles,
                        visit.entries().ticked("active"),
                        version));
    }

    /** One line a group: {@code group = role}. */
    private static Map<String, String> roles(Visit visit) {
        Map<String, String> roles = new LinkedHashMap<>();
        List<String> lines =
                visit.entries().text("roles").lines().map(String::strip).toList();
        for (String line : lines) {
            int equals = line.lastIndexOf('=');
            visit.entries().check(line.isEmpty() || equals > 0, "roles", "group_line");
            if (equals > 0) {
                roles.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return roles;
    }

    public @Nullable SignOnView signOn() {
        return signOn;
    }

    /** A text of what is set; empty when nothing is. */
    public String text(String of) {
        if (signOn == null) {
            return of.equals("groupClaim") ? "groups" : "";
        }
        return switch (of) {
            case "issuer" -> signOn.issuer();
            case "clientId" -> signOn.clientId();
            case "domains" -> String.join(" ", signOn.domains());
            case "groupClaim" -> signOn.groupClaim();
            case "roles" ->
                signOn.roles().entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining("\n"));
            case "version" -> String.valueOf(signOn.version());
            default -> throw new IllegalArgumentException(of);
        };
    }

    public String version() {
        return signOn == null ? "0" : String.valueOf(signOn.version());
    }
}
