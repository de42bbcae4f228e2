/** The member's wish list, and telling when something sold out can be had again. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.wish;
