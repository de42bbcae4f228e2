/** Views of lists that people keep under a name. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.view;
