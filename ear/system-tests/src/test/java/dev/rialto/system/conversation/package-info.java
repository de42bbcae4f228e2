/** Messages between buyer and seller on an order, and the mall's decision of a dispute. */
package dev.rialto.system.conversation;
