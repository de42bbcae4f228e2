/**
 * The ports of the shopper pages, answered by the gateway; and what a request of a storefront elsewhere needs: its site,
 * its session, its way through the mall's sign-in.
 *
 * <p>May call: gateway, theme, start.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.node.shop;
