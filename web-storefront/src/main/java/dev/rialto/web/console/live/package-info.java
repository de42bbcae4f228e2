/**
 * The live link: a web socket of the console's host beside its pages.
 *
 * <ol>
 *   <li>Only the console's own pages may open it, for somebody signed in; the log names who and from where (D25, D31).
 *   <li>It carries the requests of the six services, each answered by a result or an error under its own number; an
 *       unknown one leaves the link as it is (D28, D29, D32, D33).
 *   <li>Each request is made with the rights that the session has at that moment. When the session ends, the link does;
 *       a link keeps nobody signed in (D30, D34).
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.live;
