/**
 * Pictures that people upload.
 *
 * <ol>
 *   <li>The type is read from the bytes, size and pixel count before anything is decoded (D66).
 *   <li>A picture is always encoded anew: nothing of the uploaded file survives, neither name nor metadata.
 *   <li>It is kept in three widths under the hash of its content: the same picture twice is one.
 * </ol>
 *
 * <p>May call: storage, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.picture;
