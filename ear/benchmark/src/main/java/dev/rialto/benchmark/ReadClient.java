package dev.rialto.benchmark;

import java.io.IOException;
import java.util.Random;
import java.util.function.Function;

/** Reads one address after the other; anything but 200 ends the run. */
record ReadClient(Wire wire, Function<Random, byte[]> request) implements Load.Client {
    @Override
    public void once(Random random) throws IOException {
        byte[] bytes = request.apply(random);
        Reply reply = wire.send(bytes);
        if (reply.status() != 200 || reply.body().length == 0) {
            throw new IllegalStateException(
                    new String(bytes, java.nio.charset.StandardCharsets.UTF_8) + reply.status() + " " + reply.text());
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
