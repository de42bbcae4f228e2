package dev.rialto.web.console.member;

import dev.rialto.audience.AgeBand;
import dev.rialto.audience.AudienceFilter;
import dev.rialto.audience.MemberLine;
import dev.rialto.audience.Regions;
import dev.rialto.audience.Traits;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What members say about themselves, in the reader's words. */
final class MemberWords {
    private MemberWords() {}

    static String path(UUID account) {
        return "/members/" + Ids.external("member", account);
    }

    static String gender(@Nullable String gender, Visit visit) {
        return visit.say("gender." + (gender == null ? AudienceFilter.NOT_GIVEN : gender));
    }

    static String occupation(@Nullable String occupation, Visit visit) {
        return visit.say("occupation." + (occupation == null ? AudienceFilter.NOT_GIVEN : occupation));
    }

    static String region(@Nullable String region, Visit visit) {
        return region == null || region.equals(AudienceFilter.NOT_GIVEN)
                ? visit.say("gender." + AudienceFilter.NOT_GIVEN)
                : Regions.name(region, visit.language());
    }

    static String age(String key, Visit visit) {
        return visit.say("age." + key);
    }

    /** Years of age; empty when the birth date is not given. */
    static String years(MemberLine member, LocalDate today) {
        return member.birthDate() == null
                ? ""
                : String.valueOf(Period.between(member.birthDate(), today).getYears());
    }

    static List<Option> genders(Visit visit) {
        return options(withNotGiven(Traits.GENDERS), gender -> gender(gender, visit));
    }

    static List<Option> occupations(Visit visit) {
        return options(withNotGiven(Traits.OCCUPATIONS), occupation -> occupation(occupation, visit));
    }

    static List<Option> ages(Visit visit) {
        return options(withNotGiven(ageKeys()), age -> age(age, visit));
    }

    /** The regions that members live in, most members first. */
    static List<Option> regions(Map<String, Long> counted, Visit visit) {
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Option(entry.getKey(), region(entry.getKey(), visit)))
                .toList();
    }

    static List<String> ageKeys() {
        return Arrays.stream(AgeBand.values()).map(AgeBand::key).toList();
    }

    static List<String> withNotGiven(List<String> keys) {
        return Stream.concat(keys.stream(), Stream.of(AudienceFilter.NOT_GIVEN)).toList();
    }

    private static List<Option> options(List<String> keys, Function<String, String> words) {
        List<Option> options = new ArrayList<>();
        keys.forEach(key -> options.add(new Option(key, words.apply(key))));
        return options;
    }
}
