package dev.rialto.staff;

/**
 * What a person puts into a generator of codes.
 *
 * @param secret in base 32, for typing
 * @param address the same as an {@code otpauth} address, for programs
 * @param picture the address as a picture of squares
 */
public record Enrolment(String secret, String address, QrPicture picture) {
    @Override
    public String toString() {
        return "Enrolment";
    }
}
