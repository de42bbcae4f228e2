package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletRequest;

/** Tells who sent a request; the EAR and a storefront's own server know it from different places. */
public interface SessionSource {

    /** The session of this request on the shop visited, without asking the database again. */
    Session of(HttpServletRequest request);

    /** Name of the cookie that carries the token. */
    String cookieName();

    /** Do browsers come over TLS, so that cookies must not travel otherwise? */
    boolean isSecure();
}
