/**
 * Where files are kept: pictures, files handed in and files handed out. One port, two adapters: the data folder, or a
 * bucket that speaks S3, so that units on different machines share what they keep.
 *
 * <ol>
 *   <li>A name is made by us, never by people, and stands for its content: it is not written twice with another.
 *   <li>Files are kept before a row names them, and never within a transaction.
 *   <li>What an installation kept in its data folder before it had a bucket is found there still, and moves when it is
 *       asked for.
 *   <li>A bucket that does not answer is told as such and asked again by whoever waits; nothing is lost.
 * </ol>
 *
 * <p>May call: platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.storage;
