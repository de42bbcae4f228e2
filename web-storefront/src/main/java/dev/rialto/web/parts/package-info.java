/**
 * Own Faces components: form fields with label, hint and error, radio buttons, the summary of errors. They write plain
 * HTML with no script and no style of their own.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.parts;
