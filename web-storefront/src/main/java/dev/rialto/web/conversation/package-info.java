/**
 * What buyer and seller write to each other about an order: a part of the order's page, and a page of its own for what
 * was refused.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.conversation;
