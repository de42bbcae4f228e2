/** What programs asked of the gateway. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.gateway;
