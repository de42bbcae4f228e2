package dev.rialto.web.console.member;

import dev.rialto.audience.SegmentCriteria;
import dev.rialto.web.console.Visit;
import java.util.ArrayList;
import java.util.List;

/** Tells who belongs to a segment. */
final class SegmentWords {
    private SegmentWords() {}

    static String of(SegmentCriteria criteria, Visit visit) {
        List<String> words = new ArrayList<>();
        if (criteria.gender() != null) {
            words.add(visit.say("field.gender") + ": " + MemberWords.gender(criteria.gender(), visit));
        }
        if (criteria.age() != null) {
            words.add(visit.say("field.age") + ": " + MemberWords.age(criteria.age(), visit));
        }
        if (criteria.region() != null) {
            words.add(visit.say("field.region") + ": " + MemberWords.region(criteria.region(), visit));
        }
        if (criteria.occupation() != null) {
            words.add(visit.say("field.occupation") + ": " + MemberWords.occupation(criteria.occupation(), visit));
        }
        addOrders(words, criteria, visit);
        if (criteria.newsOnly()) {
            words.add(visit.say("members.news"));
        }
        return words.isEmpty() ? visit.say("segments.everybody") : String.join(" · ", words);
    }

    private static void addOrders(List<String> words, SegmentCriteria criteria, Visit visit) {
        if (criteria.leastOrders() != null) {
            words.add(visit.say("segments.orders", criteria.leastOrders()));
        }
        if (criteria.leastAmount() != null && criteria.currency() != null) {
            words.add(visit.say("segments.amount", visit.show().money(criteria.leastAmount(), criteria.currency())));
        }
        if (criteria.days() != null && (criteria.leastOrders() != null || criteria.leastAmount() != null)) {
            words.add(visit.say("segments.days", criteria.days()));
        }
    }
}
