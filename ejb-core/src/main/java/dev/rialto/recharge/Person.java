package dev.rialto.recharge;

import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import java.nio.charset.StandardCharsets;

/** Who asked for a recharge, and the account: kept sealed, apart from the request. */
record Person(String name, String contact, String account) {
    byte[] sealed(MasterKey master) {
        return master.seal(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    static Person open(MasterKey master, byte[] sealed) {
        return Json.read(new String(master.open(sealed), StandardCharsets.UTF_8), Person.class);
    }

    @Override
    public String toString() {
        return "somebody";
    }
}
