package dev.rialto.rest.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.rest.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The stable codes that problems carry, from the enums of the domains that partners reach. */
final class Codes {
    private static final List<String> PACKAGES = List.of(
            "dev.rialto.rest",
            "dev.rialto.credential",
            "dev.rialto.gateway",
            "dev.rialto.platform",
            "dev.rialto.commission",
            "dev.rialto.checkout",
            "dev.rialto.order",
            "dev.rialto.returns",
            "dev.rialto.document",
            "dev.rialto.conversation",
            "dev.rialto.review",
            "dev.rialto.notice",
            "dev.rialto.fulfilment",
            "dev.rialto.payment",
            "dev.rialto.goods",
            "dev.rialto.stock",
            "dev.rialto.tax",
            "dev.rialto.exchange",
            "dev.rialto.membership",
            "dev.rialto.channel",
            "dev.rialto.cardcode",
            "dev.rialto.recharge",
            "dev.rialto.settlement",
            "dev.rialto.seller",
            "dev.rialto.wish");

    private final Map<String, Code> codes = new TreeMap<>();

    /** A code, the status it comes with and what it means. */
    record Code(String code, int status, String meaning) {}

    static Codes of(Words words) {
        Codes all = new Codes();
        new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages(PACKAGES).stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .filter(type -> PACKAGES.stream()
                                .anyMatch(known -> type.getPackageName().startsWith(known)))
                        .map(JavaClass::reflect)
                        .forEach(type -> all.add(type, words));
        Problem.plainCodes()
                .forEach((status, code) -> all.codes.put(code, new Code(code, status, code.replace('_', ' '))));
        return all;
    }

    private void add(Class<?> type, Words words) {
        for (Object constant : type.getEnumConstants()) {
            ErrorCode code = (ErrorCode) constant;
            String said = words.of(type, code.name());
            String meaning = said.isEmpty() ? code.code().replace('_', ' ') : said;
            add(new Code(code.code(), Problem.statusOf(code), meaning));
        }
    }

    /** Two parts may say the same word with another status; it is listed with both. */
    private void add(Code code) {
        Code other = codes.get(code.code());
        boolean isAnother = other != null && other.status() != code.status();
        codes.putIfAbsent(isAnother ? code.code() + " " + code.status() : code.code(), code);
    }

    Iterable<Code> all() {
        return codes.values();
    }

    Set<String> names() {
        return codes.values().stream().map(Code::code).collect(Collectors.toSet());
    }
}
