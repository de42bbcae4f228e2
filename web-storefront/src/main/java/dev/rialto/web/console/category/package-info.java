/** The mall's categories in two levels. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.category;
