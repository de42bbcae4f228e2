/**
 * The sandbox of a seller: a seller of its own with a storefront, goods and keys to try the gateway out with.
 *
 * <ol>
 *   <li>A test tenant is a seller whose rows the database shows to nobody of the mall: no list, sum, report or search of
 *       the mall has it in, and shoppers find it only on its own host.
 *   <li>Payments there go to the sandbox gateway, whatever the mall itself uses.
 *   <li>Its keys tell by their beginning that they are for trying out.
 *   <li>What buyers and carriers would do can be brought about with one press.
 *   <li>Starting over closes the sandbox and opens a new one; books are never unwritten.
 * </ol>
 *
 * <p>May call: returns, order, fulfilment, payment, picture, goods, credential, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.trial;
