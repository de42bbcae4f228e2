package dev.rialto.web.surface;

import dev.rialto.platform.Settings;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Site;
import dev.rialto.web.shop.ShopServlet;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides by the host what there is: a shop's pages, the console's, or nothing. A shop is put into the request under
 * {@link #SITE}. Pages have addresses of their own: on a shop no template can be asked for by its file name.
 */
public class SurfaceFilter extends HttpFilter {
    /** Name of the request attribute that holds the {@link Site} visited; absent on the console's host. */
    public static final String SITE = ShopServlet.SITE;

    /** Name of the request attribute that says: this is for the server's own health and metrics. */
    static final String STATE = "dev.rialto.web.state";

    private static final long serialVersionUID = 1;
    private static final int MISDIRECTED = 421;
    /** What the server itself answers; only the API's host knows it. */
    private static final Pattern STATE_OF_SERVER = Pattern.compile("/(health|metrics)(/.*)?");

    @Inject
    private Settings settings;

    @Inject
    private CataloguePort catalogue;

    @Inject
    private ConsoleDoor console;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = Host.of(request).orElse("");
        boolean state = STATE_OF_SERVER.matcher(request.getRequestURI()).matches();
        if (host.equals(settings.consoleHost())) {
            console(request, response, chain);
        } else if (console.isOwnPort(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (host.equals(settings.apiHost()) && state) {
            request.setAttribute(STATE, true);
            chain.doFilter(request, response);
        } else if (host.equals(settings.apiHost()) || state) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            shop(host, request, response, chain);
        }
    }

    /** Whoever may not knock hears the same as where there is no console. */
    private void console(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!console.isOpen(request)
                || STATE_OF_SERVER.matcher(request.getRequestURI()).matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void shop(String host, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Site> site =
                host.isEmpty() ? Optional.empty() : catalogue.siteAt(host).filter(this::isServedHere);
        if (site.isEmpty()) {
            response.setStatus(MISDIRECTED);
            return;
        }
        request.setAttribute(SITE, site.get());
        if (ConsoleAddresses.isInner(ConsoleAddresses.path(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isServedHere(Site site) {
        return settings.serves(site.mall() ? "mall" : "storefront");
    }
}
