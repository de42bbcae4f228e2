/**
 * News for the programs of tenants: a change is told to the addresses that a tenant named.
 *
 * <ol>
 *   <li>News is written in the transaction of the change, by the database itself, whoever changes; a change that is rolled
 *       back is told to nobody.
 *   <li>It is sent at least once, under an id that stays the same over all tries and replays. News of one thing carries a
 *       number that grows by one with each change, so that a receiver can put it in order.
 *   <li>It is signed as Standard Webhooks say. A secret is shown once and kept under the master key; after a change of
 *       secrets both sign for a day.
 *   <li>It holds ids, states and amounts; nothing about people.
 *   <li>Nothing is sent within a transaction: claim, send, settle. A failed try is made again with growing pauses over days;
 *       an endpoint that keeps failing rests, and delays nobody else.
 *   <li>Only addresses on the open internet are called ({@link dev.rialto.platform.Outgoing}).
 *   <li>A tenant sees its own endpoints and what was sent to them, and no others (A19).
 * </ol>
 *
 * <p>May call: seller (permissions), platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.webhook;
