/** What the mall sets about money before the first sale: taxes and the accounts that transfers go to. */
@NullMarked
package dev.rialto.web.console.money;

import org.jspecify.annotations.NullMarked;
