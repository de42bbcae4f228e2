/**
 * Joining, signing in and what a member keeps with the mall; applying as a seller (A1, A27).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.account;
