/**
 * The inputs of the console's forms: a label, the input, its hint and what is wrong with it, tied together for screen
 * readers. Plain HTML without Faces state; the namespace in templates is {@code rialto.console}.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.part;
