package dev.rialto.openid;

import dev.rialto.seller.StaffView;
import java.time.Instant;

/**
 * Somebody signed in at the console.
 *
 * @param staff what the person is, of that which this session may use
 * @param twoFactors whether the second factor was given
 */
public record SignedInPerson(StaffView staff, Instant signedInAt, boolean twoFactors) {}
