package dev.rialto.exchange;

import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsUpsert;
import dev.rialto.kernel.Caller;
import dev.rialto.picture.StoredPicture;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRuns;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Writes a chunk of an import and how far the run is, both or neither. For the job alone. */
@Stateless
@Boundary
public class ImportChunks {
    private static final int MOST_FINDINGS = 10_000;

    private Database database;
    private GoodsEditor editor;
    private JobRuns runs;

    @Inject
    public ImportChunks(Database database, GoodsEditor editor, JobRuns runs) {
        this.database = database;
        this.editor = editor;
        this.runs = runs;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ImportChunks() {}

    /** What a chunk came to. */
    public record Written(Checkpoint checkpoint, boolean goesOn) {}

    /** A run in the hands of a unit. */
    public record Hold(UUID run, UUID tenant, String unit, ImportRequest request, long totalRows) {}

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Written write(Caller worker, Hold hold, Checkpoint before, List<Product> products) {
        List<Product> good =
                products.stream().filter(product -> product.upsert() != null).toList();
        List<GoodsUpsert> upserts =
                good.stream().map(Product::upsert).filter(Objects::nonNull).toList();
        List<GoodsUpsert.Outcome> outcomes = upserts.isEmpty()
                ? List.of()
                : hold.request().mode() == ImportRequest.Mode.DRY_RUN
                        ? editor.checkAll(worker, upserts)
                        : editor.upsertAll(worker, upserts);
        List<Finding> findings = new ArrayList<>();
        products.forEach(product -> findings.addAll(product.findings()));
        for (int i = 0; i < outcomes.size(); i++) {
            Product product = good.get(i);
            outcomes.get(i).errors().forEach(error -> findings.add(product.finding(error)));
        }
        Checkpoint after = after(before, products, outcomes, findings);
        boolean goesOn = runs.progress(
                worker,
                new JobRuns.Progress(
                        hold.run(),
                        hold.unit(),
                        hold.totalRows(),
                        after.rows(),
                        after.refused(),
                        after.text(),
                        numbered(before, findings)));
        return new Written(after, goesOn);
    }

    /** Goods with a handle like another's in the same chunk are told by the editor; rows without goods count too. */
    private static Checkpoint after(
            Checkpoint before, List<Product> products, List<GoodsUpsert.Outcome> outcomes, List<Finding> findings) {
        long created = count(outcomes, GoodsUpsert.Result.CREATED);
        long updated = count(outcomes, GoodsUpsert.Result.UPDATED);
        long unchanged = count(outcomes, GoodsUpsert.Result.UNCHANGED);
        return new Checkpoint(
                before.products() + products.size(),
                before.rows() + products.stream().mapToLong(Product::rows).sum(),
                before.findings() + findings.size(),
                before.created() + created,
                before.updated() + updated,
                before.unchanged() + unchanged,
                before.refused() + products.size() - created - updated - unchanged,
                before.warnings()
                        + findings.stream()
                                .filter(finding -> !finding.isError())
                                .count());
    }

    private static long count(List<GoodsUpsert.Outcome> outcomes, GoodsUpsert.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    /** More than ten thousand findings are counted but not kept. */
    private static List<JobError> numbered(Checkpoint before, List<Finding> findings) {
        List<JobError> errors = new ArrayList<>();
        int number = before.findings();
        for (Finding finding : findings) {
            if (++number <= MOST_FINDINGS) {
                errors.add(finding.numbered(number));
            }
        }
        return errors;
    }

    /** Says that the unit is alive; false when the run is to stop. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean beat(Caller worker, Hold hold) {
        return runs.beat(worker, hold.run(), hold.unit());
    }

    /** Those of these pictures that goods on sale show, or that are the seller's own, by key. */
    public Map<String, StoredPicture> pictures(Caller worker, UUID tenant, Collection<String> keys) {
        Map<String, StoredPicture> shown = new HashMap<>();
        database.sql()
                .createQuery("""
                        select distinct on (p.storage_key) p.storage_key as key, p.width, p.height
                        from goods_picture p join goods g on g.id = p.goods_id
                        where p.storage_key = any(:keys)
                          and (g.state = 'on_sale' or (g.tenant_id = :tenant and g.state <> 'deleted'))
                        order by p.storage_key, p.id
                        """)
                .bindArray("keys", String.class, keys)
                .bind("tenant", tenant)
                .mapTo(StoredPicture.class)
                .forEach(picture -> shown.put(picture.key(), picture));
        return shown;
    }

    /** Second-level categories by name in any language and by slug, in small letters. */
    public Map<String, UUID> categories(Caller worker) {
        Map<String, UUID> byName = new HashMap<>();
        database.sql()
                .createQuery("""
                        select lower(t.name) as name, c.id from category c join category_text t on t.category_id = c.id
                        where c.parent_id is not null
                        union select slug, id from category where parent_id is not null
                        """)
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .forEach(entry -> byName.putIfAbsent(entry.getKey(), entry.getValue()));
        return byName;
    }
}
