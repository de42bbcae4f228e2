package dev.rialto.web.account;

import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Portrait;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Visit;
import dev.rialto.web.shop.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a member may choose from to describe himself; nothing is always first.
 *
 * @param genders code to name
 * @param regions code to name
 * @param occupations code to name
 */
public record Choosing(Map<String, String> genders, Map<String, String> regions, Map<String, String> occupations) {
    static Choosing in(Visit visit, AccountPort.Choices offered) {
        Wording wording = visit.wording();
        return new Choosing(
                named(wording, "gender.", offered.genders()),
                withNothing(wording, offered.regions()),
                named(wording, "occupation.", offered.occupations()));
    }

    private static Map<String, String> named(Wording wording, String prefix, List<String> codes) {
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, wording.say(prefix + code)));
        return withNothing(wording, names);
    }

    private static Map<String, String> withNothing(Wording wording, Map<String, String> names) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", wording.say("portrait.nothing"));
        choices.putAll(names);
        return choices;
    }

    static Form form(Visit visit, Portrait portrait) {
        return Form.of(
                visit.wording(),
                Map.of(
                        "birthDate", portrait.birthDate(),
                        "gender", portrait.gender(),
                        "weddingOn", portrait.weddingOn(),
                        "region", portrait.region(),
                        "occupation", portrait.occupation()));
    }

    static Portrait typed(Visit visit) {
        return new Portrait(
                visit.text("birthDate"),
                visit.text("gender"),
                visit.text("weddingOn"),
                visit.text("region"),
                visit.text("occupation"));
    }
}
