/**
 * Starting a storefront on a seller's own server: its settings, checked before anything else, and the one command.
 *
 * <p>May call: nobody; the settings are read by the started storefront too.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.node.start;
