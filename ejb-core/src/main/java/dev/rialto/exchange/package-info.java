/**
 * Goods in and out as files: product files in the Shopify CSV form become goods, any number of rows, as a job.
 *
 * <ol>
 *   <li>The file is read as a stream; what a row holds wrongly is told by line and column and the others go in.
 *   <li>A row that is wrong is left out; a product without one good row, or without a title, is refused as a whole.
 *   <li>Goods are known again by their handle: the same file twice makes nothing twice, and does not bring back what was
 *       sold since.
 *   <li>A chunk of goods and how far the run is are written in one transaction: after a crash the run goes on where it
 *       was, nothing is done twice.
 *   <li>Pictures are fetched before that transaction, from public addresses only; one that cannot be had is a warning.
 * </ol>
 *
 * <p>May call: goods, picture, storage, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.exchange;
