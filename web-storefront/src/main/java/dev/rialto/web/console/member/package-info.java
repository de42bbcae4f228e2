/** The members of the mall, and of a seller's storefronts. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.member;
