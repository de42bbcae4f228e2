package dev.rialto.web.shop;

/** A group of pages that belong together; it names its addresses once, at the start. */
public interface Flow {
    void addresses(Routes routes);
}
