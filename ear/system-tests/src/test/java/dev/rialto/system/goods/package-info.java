/** What people see of goods in the shops: prices, edits, imports. */
package dev.rialto.system.goods;
