package dev.rialto.benchmark;

import java.io.IOException;
import java.util.Random;

/** A stranger who tries codes that are none, each from one of many addresses and for any account. */
final class Guess implements Load.Client {
    private final CardShop shop;
    private final Wire wire;
    private final int firstAddress;
    private final int addresses;
    private int tries;
    private int tooMany;

    Guess(CardShop shop, Wire wire, int firstAddress, int addresses) {
        this.shop = shop;
        this.wire = wire;
        this.firstAddress = firstAddress;
        this.addresses = addresses;
    }

    @Override
    public void once(Random random) throws IOException {
        int from = firstAddress + random.nextInt(addresses);
        Reply reply = wire.send(shop.form(
                CardShop.code(random),
                "guess" + from + "@example.test",
                "guess." + random.nextInt(1_000_000),
                "10." + (from >> 16) + "." + (from >> 8 & 255) + "." + (from & 255)));
        if (reply.status() == 429) {
            tooMany++;
        } else {
            reply.expect(422);
        }
        tries++;
    }

    int tries() {
        return tries;
    }

    /** Those of them that were beyond the limit and not judged. */
    int tooMany() {
        return tooMany;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
