/**
 * The domains of a mall.
 *
 * <p>Calls go one way, news travels the other way as events or as outbox messages:
 *
 * <pre>
 * order -> payment, goods, membership, seller, message
 * payment, goods, membership -> seller
 * payment, order, commission -> ledger
 * order -> commission
 * payment, order, fulfilment -> capture
 * checkout -> virtualaccount -> payment
 * chargeback -> payment, ledger, seller
 * picture, exchange, chargeback -> storage
 * staff -> membership, seller, message
 * hosting -> seller, message
 * finding -> goods, seller
 * trial -> returns, order, fulfilment, payment, credential, goods, seller
 * wish -> goods, membership, seller, message
 * comparison -> recharge, channel, seller
 * cardsale -> order, fulfilment, recharge, channel, stock, seller, message
 * everyone -> platform -> kernel
 * </pre>
 *
 * <p>Public types are the API of their package: boundary beans, records and error codes. Everything else is hidden.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto;
