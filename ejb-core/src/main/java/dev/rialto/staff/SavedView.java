package dev.rialto.staff;

import java.util.UUID;

/**
 * A way to look at a list, under a name.
 *
 * @param list the page it belongs to
 * @param query filters and columns, as an address has them
 * @param shared whether everybody at the same place sees it
 * @param own whether the reader made it, and so may change it
 * @param author who made it
 */
public record SavedView(
        UUID id, String list, String name, String query, boolean shared, boolean own, String author, long version) {}
