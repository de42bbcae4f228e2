package dev.rialto.web.shop;

/** A link with its text; current marks the one that is shown. */
public record Link(String address, String text, boolean current) {
    public Link(String address, String text) {
        this(address, text, false);
    }
}
