package dev.rialto.web.console.member;

import dev.rialto.audience.SegmentCriteria;
import dev.rialto.goods.CategoryNode;
import dev.rialto.web.console.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells who belongs to a segment. */
final class SegmentWords {
    private SegmentWords() {}

    static String of(SegmentCriteria criteria, List<CategoryNode> tree, Visit visit) {
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
        categories(tree)
                .filter(node -> node.id().equals(criteria.category()))
                .forEach(node -> words.add(visit.say("segments.category", node.name())));
        addOrders(words, criteria, visit);
        if (criteria.newsOnly()) {
            words.add(visit.say("members.news"));
        }
        return words.isEmpty() ? visit.say("segments.everybody") : String.join(" · ", words);
    }

    static Stream<CategoryNode> categories(List<CategoryNode> tree) {
        return tree.stream().flatMap(major -> Stream.concat(Stream.of(major), major.children().stream()));
    }

    private static void addOrders(List<String> words, SegmentCriteria criteria, Visit visit) {
        if (criteria.leastOrders() != null) {
            words.add(visit.say("segments.orders", criteria.leastOrders()));
        }
        if (criteria.leastAmount() != null && criteria.currency() != null) {
            words.add(visit.say("segments.amount", visit.show().money(criteria.leastAmount(), criteria.currency())));
        }
        if (criteria.days() != null
                && (criteria.leastOrders() != null || criteria.leastAmount() != null || criteria.category() != null)) {
            words.add(visit.say("segments.days", criteria.days()));
        }
    }
}
