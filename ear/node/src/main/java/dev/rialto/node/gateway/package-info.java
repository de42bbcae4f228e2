/**
 * The one line to the mall: calls of its gateway, with the storefront's token and the shopper's.
 *
 * <ol>
 *   <li>Reads are tried again when the gateway does not answer; whatever has an effect is told once (A15).
 *   <li>A copy of what everybody may see is shown only when the gateway has said that it is still so (A12).
 *   <li>A member's password never comes here; what signs a member in is a code of the mall's own page (A13).
 * </ol>
 *
 * <p>May call: start.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.node.gateway;
