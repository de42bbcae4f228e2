package dev.rialto.exchange;

import dev.rialto.exchange.ImportChunks.Hold;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.picture.StoredPicture;
import dev.rialto.platform.JobRunView;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One execution of an import: reads on from where the run is, fetches pictures, writes chunks. Not for two threads. */
public final class ImportRun implements Closeable {
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Caller worker;
    private final Hold hold;
    private final ProductFile file;
    private final Map<String, UUID> categories;
    private final PictureFetch pictures;
    private final ImportChunks chunks;
    private final Set<String> handles = new HashSet<>();
    private Checkpoint checkpoint;
    private long beatAtNanos = System.nanoTime();
    private boolean isStopped;
    private @Nullable UnreadableFile broken;

    ImportRun(
            Caller worker,
            JobRunView run,
            Hold hold,
            ProductFile file,
            Map<String, UUID> categories,
            PictureFetch pictures,
            ImportChunks chunks) {
        this.worker = worker;
        this.hold = hold;
        this.file = file;
        this.categories = categories;
        this.pictures = pictures;
        this.chunks = chunks;
        this.checkpoint = Checkpoint.read(run.checkpoint());
        for (long i = 0; i < checkpoint.products(); i++) {
            file.next().stream().findFirst().ifPresent(row -> handles.add(row.cell(ProductColumn.HANDLE)));
        }
    }

    /** A product on its way from the file to the mall. */
    public static final class Item {
        private final Product product;

        private Item(Product product) {
            this.product = product;
        }
    }

    /** The next product; null at the end, or when the run is to stop. */
    public @Nullable Item next() {
        if (isStopped || broken != null) {
            return null;
        }
        try {
            List<ProductRow> rows = file.next();
            return rows.isEmpty() ? null : new Item(product(rows));
        } catch (UnreadableFile e) {
            broken = e;
            return null;
        }
    }

    private Product product(List<ProductRow> rows) {
        Product product = new ProductReading(hold.request(), categories).read(rows);
        boolean isNew = handles.add(product.handle());
        return isNew || product.handle().isEmpty()
                ? product
                : product.refused(Finding.error(
                        product.line(), ProductColumn.HANDLE.heading(), "not_together", product.handle()));
    }

    /**
     * Gets the pictures of a product; those that cannot be had become warnings. A dry run fetches none from outside and
     * takes them for those the goods have. A heart beats on the long way.
     */
    public Item illustrate(Item item) {
        Product product = item.product;
        GoodsUpsert upsert = product.upsert();
        beat();
        if (upsert == null || product.pictures().isEmpty()) {
            return item;
        }
        Map<String, StoredPicture> own = own(product.pictures());
        Gallery gallery = new Gallery(upsert.details().defaultLanguage());
        boolean isKnown = true;
        for (PictureAddress address : product.pictures()) {
            Optional<String> key = pictures.ownKey(address);
            if (key.isPresent()) {
                gallery.copy(address, own.get(key.get()));
            } else if (hold.request().mode() == ImportRequest.Mode.IMPORT) {
                gallery.fetch(address, pictures);
                beat();
            } else {
                isKnown = false;
            }
        }
        return new Item(product.illustrated(isKnown ? gallery.pictures() : null, gallery.warnings()));
    }

    private Map<String, StoredPicture> own(List<PictureAddress> addresses) {
        List<String> keys =
                addresses.stream().flatMap(one -> pictures.ownKey(one).stream()).toList();
        return keys.isEmpty() ? Map.of() : chunks.pictures(worker, hold.tenant(), keys);
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - beatAtNanos > BEAT.toNanos()) {
            beatAtNanos = now;
            isStopped = isStopped || !chunks.beat(worker, hold);
        }
    }

    /** Writes a chunk; false when the run is to stop. */
    public boolean write(List<Item> items) {
        List<Product> products = new ArrayList<>();
        items.forEach(item -> products.add(item.product));
        ImportChunks.Written written = chunks.write(worker, hold, checkpoint, products);
        checkpoint = written.checkpoint();
        isStopped = !written.goesOn();
        return written.goesOn();
    }

    /** Was the run cancelled, or taken over by another unit? */
    public boolean isStopped() {
        return isStopped;
    }

    /** What came of it, as JSON. */
    public String result() {
        return checkpoint.text();
    }

    /** Why the file could not be read to its end; null when it was. */
    public @Nullable String failure() {
        return broken == null ? null : broken.getMessage();
    }

    /** Notes the place from which the file cannot be read. */
    void noteBreak() {
        UnreadableFile end = broken;
        if (end != null) {
            Product nothing = new Product(
                    Ids.next().toString(), 0, end.finding().line(), List.of(), null, List.of(), List.of(end.finding()));
            chunks.write(worker, hold, checkpoint, List.of(nothing));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
