/** Reviews of goods, questions about them, and reports to the mall. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.review;
