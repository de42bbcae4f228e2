/**
 * Browsing: front page, lists, search, goods, shops and content pages (D6, D7, D36, D37).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.catalogue;
