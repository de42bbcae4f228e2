/**
 * The partner tier: JSON over HTTP on the API's own host.
 *
 * <ol>
 *   <li>Who calls is a credential; tenant and site come from it alone (A17, A19).
 *   <li>Every refusal is a problem (RFC 9457) with a stable code and the request's id.
 *   <li>Resources are single objects without state; nothing is looked up per request.
 * </ol>
 *
 * <p>May call: boundaries of the domains.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest;
