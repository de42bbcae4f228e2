package dev.rialto.staff;

/**
 * How many there are of a kind, and how many of them wait for somebody; both are counted up to 1,000.
 */
public record News(NewsKind kind, int all, int waiting) {}
