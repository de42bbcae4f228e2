package dev.rialto.jobs.demo;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryDraft;
import dev.rialto.kernel.Caller;
import dev.rialto.payment.Deposits;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.tax.TaxRate;
import dev.rialto.tax.Taxes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What all sellers share: categories, tax, bank accounts, the operator, the mall's own front. */
@ApplicationScoped
class MallSetup {
    @Inject
    private Categories categories;

    @Inject
    private Taxes taxes;

    @Inject
    private Deposits deposits;

    @Inject
    private StaffDirectory staff;

    @Inject
    private DemoAccounts accounts;

    @Inject
    private DemoPictures pictures;

    @Inject
    private SiteSetup sites;

    void open(Caller worker, MallContent mall, DemoFolder folder) {
        sites.openMall(worker, mall);
        staff.bootstrapOperator(worker, accounts.of(worker, mall.account("operator")));
        accounts.of(worker, mall.account("shopper"));
        mall.taxRates().forEach(rate -> set(worker, rate));
        mall.bankAccounts().forEach(account -> deposits.addAccount(worker, account));
        List<MallContent.Major> majors = mall.categories();
        for (int position = 0; position < majors.size(); position++) {
            put(worker, majors.get(position), position, folder);
        }
        sites.furnishMall(worker, mall, folder);
    }

    private void set(Caller worker, MallContent.Rate rate) {
        boolean isSet = taxes.list(worker, rate.country()).stream().anyMatch(known -> isSame(known, rate));
        if (!isSet) {
            taxes.set(worker, rate.command());
        }
    }

    private static boolean isSame(TaxRate known, MallContent.Rate rate) {
        return known.taxClass().equals(rate.taxClass())
                && java.util.Objects.equals(known.region(), rate.region())
                && known.validFrom().toString().equals(rate.validFrom());
    }

    private void put(Caller worker, MallContent.Major major, int position, DemoFolder folder) {
        String picture = pictures.keep(folder, major.picture()).key();
        UUID parent = categories.put(worker, new CategoryDraft(null, major.slug(), major.names(), position, picture));
        for (int place = 0; place < major.children().size(); place++) {
            MallContent.Minor minor = major.children().get(place);
            categories.put(worker, new CategoryDraft(parent, minor.slug(), minor.names(), place, null));
        }
    }
}
