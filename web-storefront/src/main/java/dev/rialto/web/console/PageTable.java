package dev.rialto.web.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All pages of the console, found once by their {@link Route}. */
@ApplicationScoped
class PageTable {
    private final Instance<ConsolePage> beans;
    private final List<PageEntry> entries;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PageTable() {
        this.beans = null;
        this.entries = List.of();
    }

    @Inject
    PageTable(@Any Instance<ConsolePage> beans) {
        this.beans = beans;
        this.entries = StreamSupport.stream(beans.handles().spliterator(), false)
                .map(handle -> PageEntry.of(handle.getBean().getBeanClass().asSubclass(ConsolePage.class)))
                .sorted(Comparator.comparing((PageEntry entry) -> entry.route().menu())
                        .thenComparing(entry -> entry.route().rank())
                        .thenComparing(entry -> entry.route().path()))
                .toList();
    }

    /** The page of an address; fixed addresses win over those with variables. */
    Optional<PageMatch> find(String path) {
        return entries.stream()
                .flatMap(entry -> entry.pattern().match(path).map(found -> new PageMatch(entry, found)).stream())
                .min(Comparator.comparing(match -> match.variables().size()));
    }

    /** All pages in the order of the menu. */
    List<PageEntry> entries() {
        return entries;
    }

    /** A fresh page; to be destroyed when the request is over. */
    Instance.Handle<? extends ConsolePage> make(PageEntry entry) {
        return beans.select(entry.type()).getHandle();
    }
}
