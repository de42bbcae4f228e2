/**
 * Sellers are checked before they sell.
 *
 * <ol>
 *   <li>A seller fills in a file: company, numbers, address, bank account, contact and documents. Numbers whose form is
 *       known are checked: Korean business numbers, VAT numbers of the European Union, IBAN.
 *   <li>What names persons and accounts, and every document, is sealed under the master key.
 *   <li>Two different people of the mall accept a file; either refuses it with a reason per item.
 *   <li>Until then nothing of the seller is sold, unless he was admitted while {@code rialto.seller.check} was {@code off}.
 *   <li>An accepted file ends on a date. Thirty days before, the seller is reminded; after it, he sells nothing until the
 *       file is renewed.
 *   <li>What a buyer may know of a seller is taken over from the accepted file.
 * </ol>
 *
 * <p>May call: seller, picture, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.verification;
