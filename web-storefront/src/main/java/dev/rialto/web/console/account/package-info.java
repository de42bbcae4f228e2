/** What staff do with their own account. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.account;
