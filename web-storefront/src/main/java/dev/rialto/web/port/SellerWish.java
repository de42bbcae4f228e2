package dev.rialto.web.port;

/** The wish to become a seller of the mall. */
public record SellerWish(
        String name,
        String legalName,
        String registrationNumber,
        String email,
        String phone,
        String country,
        String address,
        String about) {}
