/** Values every domain speaks: money, ids, the caller, pages of lists, errors. Knows nobody. */
@org.jspecify.annotations.NullMarked
package dev.rialto.kernel;
