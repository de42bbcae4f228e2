/** Reviews and questions: sellers answer, operators moderate. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.review;
