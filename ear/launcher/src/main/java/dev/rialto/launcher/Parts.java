package dev.rialto.launcher;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What this start consists of, unpacked and ready. */
record Parts(
        MallDatabase database,
        Optional<SandboxGateway> sandbox,
        Optional<SandboxCards> cards,
        Optional<Demo> demo,
        PayaraMicro payara) {

    static Parts unpack(LaunchSettings settings, DataFolder folder) throws IOException {
        Payload payload = new Payload(folder);
        Parts parts = new Parts(
                MallDatabase.choose(settings, folder, payload),
                SandboxGateway.isWanted(settings) && payload.holds("sandbox.jar")
                        ? Optional.of(SandboxGateway.of(settings, folder, payload))
                        : Optional.empty(),
                SandboxCards.isWanted(settings) && payload.holds("sandbox.jar")
                        ? Optional.of(SandboxCards.of(settings, folder, payload))
                        : Optional.empty(),
                Demo.isWanted(settings) && payload.holds("demo.zip")
                        ? Optional.of(new Demo(payload.file("demo.zip")))
                        : Optional.empty(),
                new PayaraMicro(folder, settings, payload));
        payload.removeUnused();
        return parts;
    }

    /** What the parts tell the application about each other. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.access().settings());
        sandbox.ifPresent(gateway -> settings.putAll(gateway.settings()));
        cards.ifPresent(provider -> settings.putAll(provider.settings()));
        demo.ifPresent(one -> settings.put("rialto.demo.folder", one.archive().toString()));
        return settings;
    }
}
