package dev.rialto.web.review;

import dev.rialto.web.port.Goods;
import dev.rialto.web.shop.Form;
import java.util.Map;

/**
 * The form to report goods.
 *
 * @param reasons what can be chosen, with its text
 * @param isDone true when the report has arrived
 */
public record ReportPage(Goods goods, Form form, Map<String, String> reasons, boolean isDone) {}
