package dev.rialto.benchmark;

import java.util.Random;
import java.util.function.Function;

/** The storefronts' pages as browsers read them for the first time. */
final class Pages {
    private static final int MAJORS = 4;

    private final int port;

    Pages(int port) {
        this.port = port;
    }

    Load.Workload goods() {
        return reads(random -> {
            int shop = 1 + random.nextInt(Seed.SHOPS);
            return page(shop, "/goods/" + Seed.slug(shop, 1 + random.nextInt(Seed.GOODS_OF_SHOP)));
        });
    }

    /** Lists of a category, each with more goods than a page takes. */
    Load.Workload list() {
        return reads(random -> page(1 + random.nextInt(Seed.SHOPS), "/c/bench-" + (1 + random.nextInt(MAJORS))));
    }

    private byte[] page(int shop, String path) {
        return Wire.get(Seed.host(shop) + ":" + port, path, "Accept: text/html", "Accept-Language: ko");
    }

    private Load.Workload reads(Function<Random, byte[]> request) {
        return () -> new ReadClient(new Wire(port), 200, request);
    }
}
