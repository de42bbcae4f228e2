/**
 * How staff come in and what they did: second factor, invitations, sign-on through the provider of their own house, the
 * audit, and news for those at work.
 *
 * <ol>
 *   <li>A code of the generator counts once, in its half minute or the next; recovery codes count once ever and are kept
 *       by keyed hash. Tries are throttled per account (D16).
 *   <li>An invitation is a link by mail that works once and for a week; its token is kept by hash.
 *   <li>A sign-on vouches only for its own seller, or for the mall: its accounts are (issuer, subject) and never take
 *       over an account that is there. Where it is enforced, only accounts marked for emergencies use a password.
 *   <li>The audit is read, never written here; a seller reads its own (D35).
 *   <li>Views of lists belong to the person that keeps them, at one place; others at the same place see those that are
 *       shared and change none.
 *   <li>News are counted with the caller's own rights (D28, D32).
 * </ol>
 *
 * <p>May call: membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.staff;
