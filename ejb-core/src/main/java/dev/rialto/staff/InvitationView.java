package dev.rialto.staff;

/**
 * What stands behind the link of an invitation.
 *
 * @param place the seller's name, or the mall's
 * @param role owner, staff, operator or viewer
 * @param hasAccount true when the address has an account here: then its password is asked for
 */
public record InvitationView(String email, String place, String role, boolean hasAccount) {}
