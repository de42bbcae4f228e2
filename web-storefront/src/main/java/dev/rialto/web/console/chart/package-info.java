/** Charts drawn by the server: plain SVG whose looks come from the stylesheet; the numbers stand beside them. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.chart;
