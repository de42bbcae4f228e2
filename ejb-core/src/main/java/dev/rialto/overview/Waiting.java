package dev.rialto.overview;

/**
 * How much waits; each number stops at {@link Overview#MOST}.
 *
 * @param toShip paid parts of orders
 * @param returns returns that staff must answer, inspect or settle
 * @param low variants on sale that run low
 * @param deposits deposits that have not come; for the mall
 * @param sellers applications of sellers; for the mall
 * @param shops applications for storefronts; for the mall
 * @param approvals large refunds that a second person is to let go; for the mall
 * @param disputes conversations that the mall is to decide; for the mall
 * @param chargebacks cases of banks that wait for an answer; for the mall
 */
public record Waiting(
        long toShip,
        long returns,
        long low,
        long deposits,
        long sellers,
        long shops,
        long approvals,
        long disputes,
        long chargebacks) {}
