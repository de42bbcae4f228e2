/**
 * The console: where operators run the mall and sellers run their shops.
 *
 * <p>{@link dev.rialto.web.console.ConsoleServlet} finds the page of an address, checks who may open it, lets the page
 * read or act, and has its template rendered by Faces. Pages are grouped in packages by area.
 *
 * <ol>
 *   <li>A page is a bean with a {@link dev.rialto.web.console.Route}: address, template, who may open it, its place in
 *       the menu. A new area adds beans; nothing else has to know it. Menu and page ask the same permission (D4).
 *   <li>Nobody sees a page without having signed in, the sign-in page excepted (D3).
 *   <li>No state between requests: no HTTP session, no Faces state. Inputs are named by what they stand for, never by a
 *       row's index.
 *   <li>A refusal of a boundary is shown beside the fields it names, and what was typed stays in the form.
 *   <li>A post that worked ends in a redirect with a note of what was done.
 *   <li>Scripts and styles come from files only: the policy allows no inline code at all.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console;
