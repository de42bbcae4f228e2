package dev.rialto.node.start;

import java.io.IOException;
import java.nio.file.Path;

/** {@code java -jar rialto-node.jar [settings file]}: checks the settings and the key, starts, tells the address. */
public final class Start {
    private Start() {}

    public static void main(String[] args) {
        int status = 1;
        try {
            // the gateway's host is named in a header where its name is not resolved
            System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
            status = run(Path.of(args.length == 0 ? "node.properties" : args[0]));
        } catch (SettingsProblem wrong) {
            System.err.println(wrong.getMessage());
        } catch (IOException e) {
            System.err.println("The storefront cannot start: " + e + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(status);
    }

    private static int run(Path file) throws IOException, InterruptedException {
        NodeSettings settings = NodeSettings.read(file);
        if (!KeyCheck.passes(settings)) {
            System.out.println("The gateway at " + settings.gateway()
                    + " does not answer yet; until it does, shoppers are told so.");
        }
        Server server = Server.start(settings, file);
        Runtime.getRuntime().addShutdownHook(new Thread(server::end, "end"));
        Path log = settings.folder().resolve("data").resolve("server.log");
        if (!server.awaitOpen()) {
            System.err.println("The storefront did not start; " + log + " says why.");
            return 1;
        }
        System.out.println("The storefront is open: " + settings.address() + "/ (port " + settings.port() + "; log in "
                + log + "; Ctrl-C ends it)");
        return server.waitFor();
    }
}
