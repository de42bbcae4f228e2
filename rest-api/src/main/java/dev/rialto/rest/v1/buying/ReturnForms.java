package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Money;
import dev.rialto.rest.v1.Wire;
import dev.rialto.returns.RequestReturn;
import dev.rialto.returns.ReturnError;
import dev.rialto.returns.ReturnGround;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.ReturnWish;
import dev.rialto.returns.Returnable;
import java.util.Arrays;
import java.util.Locale;

/** Returns in the contract's form. */
final class ReturnForms {
    private ReturnForms() {}

    static ReturnOffer offer(Returnable part) {
        return new ReturnOffer(
                part.partNumber(),
                part.sellerName(),
                part.withdrawUntil(),
                part.mayWithdraw(),
                part.mayComplain(),
                part.lines().stream().map(ReturnForms::line).toList());
    }

    private static ReturnOffer.Line line(Returnable.Line line) {
        return new ReturnOffer.Line(
                Wire.text(Wire.LINE, line.lineId()),
                line.title(),
                line.variantTitle(),
                line.pictureKey(),
                line.most(),
                line.unitPrice(),
                line.choices().stream()
                        .map(choice -> new ReturnOffer.Choice(
                                Wire.text(Wire.VARIANT, choice.variantId()),
                                choice.title(),
                                new Money(choice.difference(), line.unitPrice().currency())))
                        .toList());
    }

    static RequestReturn request(String number, TypedReturn typed) {
        return new RequestReturn(
                number,
                typed.part(),
                named(ReturnGround.class, typed.ground(), "ground"),
                named(ReturnWish.class, typed.wish(), "wish"),
                typed.reason(),
                typed.items().stream().map(ReturnForms::item).toList());
    }

    private static RequestReturn.Item item(TypedReturn.Item item) {
        return new RequestReturn.Item(
                Wire.id(Wire.LINE, item.line()),
                item.quantity(),
                item.replacement() == null || item.replacement().isEmpty()
                        ? null
                        : Wire.id(Wire.VARIANT, item.replacement()));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ReturnError.RETURN_INVALID.because(field, "required"));
    }

    static OrderReturn seen(ReturnView about) {
        return new OrderReturn(
                about.number(),
                about.sellerName(),
                about.state().stored(),
                about.wish().stored(),
                about.reason(),
                about.answer(),
                about.refund(),
                about.extra(),
                about.extraPaidBy() != null,
                about.isCallable(),
                about.requestedAt(),
                about.lines().stream()
                        .map(line -> new OrderReturn.Line(
                                line.title(),
                                line.variantTitle(),
                                line.pictureKey(),
                                line.quantity(),
                                line.accepted(),
                                line.replacementTitle()))
                        .toList());
    }
}
