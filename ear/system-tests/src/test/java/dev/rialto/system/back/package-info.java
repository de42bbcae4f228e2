/** What comes back: returns, exchanges, refunds, invoices and deposits from bank files, as people see them on pages. */
package dev.rialto.system.back;
