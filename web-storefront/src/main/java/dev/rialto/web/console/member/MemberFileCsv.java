package dev.rialto.web.console.member;

import dev.rialto.audience.MemberLine;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members as a file for spreadsheets, read step by step. */
final class MemberFileCsv {
    static final int AT_ONCE = 200;
    private static final int MOST = 100_000;

    private MemberFileCsv() {}

    /** @param next the members after one of them, or the first; {@link #AT_ONCE} at most */
    static Outcome of(Visit visit, Function<@Nullable UUID, List<MemberLine>> next) {
        CsvFile file = heads(visit);
        @Nullable UUID last = null;
        List<MemberLine> step;
        do {
            step = next.apply(last);
            step.forEach(member -> add(file, member, visit));
            last = step.isEmpty() ? null : step.get(step.size() - 1).accountId();
        } while (step.size() == AT_ONCE && file.rows() < MOST);
        return new Outcome.Send("members.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static CsvFile heads(Visit visit) {
        return new CsvFile(
                visit.say("field.name"),
                visit.say("field.email"),
                visit.say("field.phone"),
                visit.say("shell.language"),
                visit.say("field.gender"),
                visit.say("field.birthDate"),
                visit.say("field.region"),
                visit.say("field.occupation"),
                visit.say("members.joined-at"),
                visit.say("members.joined"),
                visit.say("members.news"));
    }

    private static void add(CsvFile file, MemberLine member, Visit visit) {
        file.add(
                member.name(),
                member.email(),
                member.phone() == null ? "" : member.phone(),
                member.language(),
                member.gender() == null ? "" : MemberWords.gender(member.gender(), visit),
                member.birthDate() == null ? "" : member.birthDate().toString(),
                member.region() == null ? "" : MemberWords.region(member.region(), visit),
                member.occupation() == null ? "" : MemberWords.occupation(member.occupation(), visit),
                member.joinSite(),
                member.joinedAt().toString(),
                visit.say(member.wantsNews() ? "shell.yes" : "shell.no"));
    }
}
