/**
 * A payment gateway for trying out: a program of its own with an API for merchants, a hosted card page, a journal and
 * switches that make it misbehave.
 *
 * <ol>
 *   <li>The journal is the truth: what is not in it did not happen, and a restart reads the state back from it (D12).
 *   <li>A request id acts once; the same request again gives the same answer, another one under it is refused.
 *   <li>Only test cards are taken, and of a card only the last four digits are kept (D13).
 *   <li>A session is approved at most once, however often its form is sent (D49).
 *   <li>Call-backs are signed over {@code id.timestamp.body} and repeated until they are taken.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.sandbox;
