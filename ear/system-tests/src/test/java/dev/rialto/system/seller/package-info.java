/** Sellers and members as people meet them: joining, selling, storefronts, the console's door. */
@org.jspecify.annotations.NullMarked
package dev.rialto.system.seller;
