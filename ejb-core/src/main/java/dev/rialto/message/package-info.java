/**
 * What leaves the mall by mail.
 *
 * <ol>
 *   <li>A mail is written in the transaction of what it tells about ({@link dev.rialto.message.Outbox}); it leaves later,
 *       at least once, under a stable Message-ID (D52, D83).
 *   <li>Nothing is sent within a transaction: claim, send, settle ({@link dev.rialto.message.Mailer}).
 *   <li>A mail that cannot be delivered is tried again with growing pauses and given up after some days; a refusal of the
 *       address is final at once.
 *   <li>Recipient and subject cannot carry headers; every text is escaped in the HTML form.
 *   <li>The words of a mail stand in resource bundles of the domain that writes it, in ko, en, ja and zh.
 * </ol>
 *
 * <p>May call: platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.message;
