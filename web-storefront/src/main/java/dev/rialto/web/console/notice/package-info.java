/** Reports of goods: the mall decides, the seller reads why and objects. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.notice;
