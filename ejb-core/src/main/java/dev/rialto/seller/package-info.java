/**
 * Sellers, their storefronts and what these look like; who works for whom; the keys of programs.
 *
 * <ol>
 *   <li>An account applies as a seller; an operator decides; from then on the seller is a tenant (A1).
 *   <li>A seller applies for a storefront; approval makes the site answer at once on every unit (A4, A6, D15).
 *   <li>A host belongs to one site or one open application; the mall's own hosts to nobody else (A7, A8).
 *   <li>Themes and pages are data: versioned documents of named blocks, never code. Colours that cannot be read are
 *       refused (A9, A10).
 *   <li>Sites are read from memory; the database tells every unit of a change ({@code NOTIFY site}).
 *   <li>A suspended or closed storefront leaves the seller's goods in the mall (A36); a seller needs none (A38).
 *   <li>What staff may do is a set of {@link dev.rialto.seller.Permissions}; menus and boundaries ask the same.
 *   <li>Applicants and sellers are told by mail what was decided, in their language.
 *   <li>Access tokens live 15 minutes at most; the state of their credential is checked on each use.
 * </ol>
 *
 * <p>May call: message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.seller;
