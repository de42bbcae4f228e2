package dev.rialto.web.local;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.payment.PaymentStart;
import dev.rialto.returns.ExtraPlace;
import dev.rialto.returns.Extras;
import dev.rialto.returns.RequestReturn;
import dev.rialto.returns.ReturnError;
import dev.rialto.returns.ReturnGround;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.ReturnWish;
import dev.rialto.returns.Returnable;
import dev.rialto.returns.Returns;
import dev.rialto.web.port.OrderReturn;
import dev.rialto.web.port.PayOutcome;
import dev.rialto.web.port.ReturnOffer;
import dev.rialto.web.port.ReturnRequest;
import dev.rialto.web.port.ReturnsPort;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The returns of this process. */
@ApplicationScoped
class LocalReturns implements ReturnsPort {
    @Inject
    private Returns returns;

    @Inject
    private Extras extras;

    @Override
    public List<ReturnOffer> offers(Visitor visitor, String number) {
        return returns.returnable(Wire.caller(visitor), number).stream()
                .map(LocalReturns::offer)
                .toList();
    }

    private static ReturnOffer offer(Returnable part) {
        return new ReturnOffer(
                part.partNumber(),
                part.sellerName(),
                part.withdrawUntil(),
                part.mayWithdraw(),
                part.mayComplain(),
                part.lines().stream().map(LocalReturns::line).toList());
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

    @Override
    public void request(Visitor visitor, ReturnRequest request) {
        returns.request(
                Wire.caller(visitor),
                new RequestReturn(
                        request.orderNumber(),
                        request.part(),
                        named(ReturnGround.class, request.ground(), "ground"),
                        named(ReturnWish.class, request.wish(), "wish"),
                        request.reason(),
                        request.items().stream().map(LocalReturns::item).toList()));
    }

    private static RequestReturn.Item item(ReturnRequest.Item item) {
        return new RequestReturn.Item(
                Wire.id(Wire.LINE, item.line()),
                item.quantity(),
                item.replacement().isEmpty() ? null : Wire.id(Wire.VARIANT, item.replacement()));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text, String field) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ReturnError.RETURN_INVALID.because(field, "required"));
    }

    @Override
    public void callOff(Visitor visitor, String number, String returnNumber) {
        returns.callOff(Wire.caller(visitor), number, returnNumber);
    }

    @Override
    public PayOutcome pay(Visitor visitor, String number, String returnNumber) {
        PaymentStart start;
        try {
            start = extras.pay(
                            Wire.caller(visitor),
                            number,
                            returnNumber,
                            new ExtraPlace(Wire.site(visitor), visitor.language()))
                    .start();
        } catch (DomainException refused) {
            if (refused.code() == ReturnError.RETURN_STATE) {
                return new PayOutcome.Changed();
            }
            throw refused;
        }
        if (start instanceof PaymentStart.Redirect page) {
            return new PayOutcome.CardPage("", page.url());
        }
        if (start instanceof PaymentStart.Refused refusal) {
            return new PayOutcome.Declined(refusal.reason());
        }
        return start instanceof PaymentStart.Paid ? new PayOutcome.Placed(number, null) : new PayOutcome.Waiting("");
    }

    @Override
    public PayOutcome paid(Visitor visitor, String number, String returnNumber, String paymentId) {
        return switch (extras.comeBack(Wire.caller(visitor), number, returnNumber, Wire.id(Wire.PAYMENT, paymentId))) {
            case PAID -> new PayOutcome.Placed(number, null);
            case WAITING -> new PayOutcome.Waiting(paymentId);
            case UNPAID -> new PayOutcome.Declined("");
        };
    }

    @Override
    public List<OrderReturn> returns(Visitor visitor, String number) {
        return returns.ofOrder(Wire.caller(visitor), number).stream()
                .map(LocalReturns::seen)
                .toList();
    }

    private static OrderReturn seen(ReturnView about) {
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
