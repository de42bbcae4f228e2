package dev.rialto.web.wish;

import dev.rialto.web.port.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member would like to have at this shop. */
public record WishesPage(List<Wish> wishes, @Nullable String notice) {
    public WishesPage {
        wishes = List.copyOf(wishes);
    }
}
