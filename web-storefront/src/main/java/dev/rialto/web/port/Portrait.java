package dev.rialto.web.port;

/**
 * What a member says about himself; what is empty is not given.
 *
 * @param birthDate year, month and day as in 1990-02-28
 * @param gender female, male or other
 * @param weddingOn as birthDate
 * @param region a province of the mall's country or another country, by its code
 * @param occupation by its code
 */
public record Portrait(String birthDate, String gender, String weddingOn, String region, String occupation) {}
