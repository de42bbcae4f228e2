/** Goods as sellers and the mall's staff keep them: the list, the form, pictures and imports. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.goods;
