package dev.rialto.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Function;

/** Reads one address after the other; any other status, and a 200 without a body, ends the run. */
record ReadClient(Wire wire, int status, Function<Random, byte[]> request) implements Load.Client {
    @Override
    public void once(Random random) throws IOException {
        byte[] bytes = request.apply(random);
        Reply reply = wire.send(bytes);
        if (reply.status() != status || (status == 200 && reply.body().length == 0)) {
            throw new IllegalStateException(
                    new String(bytes, StandardCharsets.UTF_8) + reply.status() + " " + reply.text());
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
