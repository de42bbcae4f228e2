/** What can be looked at in a storefront, in records of the partner contract. */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1.catalogue;
