/** What sellers' programs keep up and report, in records of the partner contract. */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1.seller;
