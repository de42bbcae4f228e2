package dev.rialto.overview;

/**
 * How far a new mall has come.
 *
 * @param sorts there are categories that goods can stand in
 * @param taxes a tax rate is set
 * @param banks there is an account for bank transfers
 * @param terms sellers have terms to accept
 * @param pairs a second person works for the mall, as four eyes need
 * @param admits a seller was accepted
 * @param lists something is on sale
 * @param sold there was an order
 */
public record MallSteps(
        boolean sorts,
        boolean taxes,
        boolean banks,
        boolean terms,
        boolean pairs,
        boolean admits,
        boolean lists,
        boolean sold) {}
