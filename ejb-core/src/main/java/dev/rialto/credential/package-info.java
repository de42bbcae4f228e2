/**
 * Programs that call the gateway: their credentials and the tokens they get for them.
 *
 * <ol>
 *   <li>A secret is shown once and kept as a hash; its prefix tells its kind (A17).
 *   <li>A token lives at most 15 minutes and names its credential; what it may do is read from the credential's state,
 *       which is at most one second old.
 *   <li>Tenant and site come from the credential, never from what the caller sends (A19).
 *   <li>Signing keys are made at first start and kept sealed under the master key; a retired key still verifies what it
 *       signed until that has run out.
 * </ol>
 *
 * <p>May call: seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.credential;
