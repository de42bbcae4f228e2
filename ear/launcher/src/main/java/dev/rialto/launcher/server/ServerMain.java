package dev.rialto.launcher.server;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

/**
 * Boots Payara Micro, deploys the application when the launcher says {@code deploy}, and ends when the launcher does:
 * its end closes standard input, however it came about. Tells {@code booted}, {@code deployed} or {@code failed}.
 */
public final class ServerMain {
    private final CountDownLatch mayDeploy = new CountDownLatch(1);
    private final PrintStream launcher = System.out;

    private ServerMain() {}

    /**
     * @param args the file of settings, the application, and Payara Micro's own arguments
     */
    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        try (FileReader lines = new FileReader(args[0], StandardCharsets.UTF_8)) {
            settings.load(lines);
        }
        settings.stringPropertyNames().forEach(key -> System.setProperty(key, settings.getProperty(key)));
        new ServerMain().run(new File(args[1]), Arrays.copyOfRange(args, 2, args.length));
    }

    private void run(File application, String... payara) throws Exception {
        Thread listener = new Thread(this::listen, "launcher");
        listener.setDaemon(true);
        listener.start();
        PayaraMicroRuntime server = PayaraMicroLauncher.create(payara).getRuntime();
        launcher.println("booted");
        mayDeploy.await();
        server.deploy(application);
        // deploy answers true even when it failed
        launcher.println(server.getDeployedApplicationNames().contains("rialto") ? "deployed" : "failed");
    }

    private void listen() {
        try (BufferedReader words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String word = words.readLine(); word != null; word = words.readLine()) {
                if (word.equals("deploy")) {
                    mayDeploy.countDown();
                }
            }
        } catch (IOException e) {
            launcher.println("the launcher is gone: " + e.getMessage());
        }
        System.exit(0);
    }
}
