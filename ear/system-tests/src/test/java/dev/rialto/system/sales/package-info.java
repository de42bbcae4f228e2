/** Stock, sales and the console's first page, as operators and sellers see them. */
package dev.rialto.system.sales;
