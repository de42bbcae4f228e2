/**
 * The mall's terms for sellers.
 *
 * <ol>
 *   <li>Terms come in versions with a text per language; a version is never changed.
 *   <li>A seller accepts the latest version; who accepted it, when and which one is kept.
 *   <li>Until then the seller reads, but changes nothing; without any terms there is nothing to accept.
 * </ol>
 *
 * <p>May call: seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.terms;
