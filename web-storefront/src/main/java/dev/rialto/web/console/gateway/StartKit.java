package dev.rialto.web.console.gateway;

import dev.rialto.credential.IssuedCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a seller gets for a storefront on the own server: settings with the key, manuals, start scripts, a look to begin with. */
record StartKit(String shop, String gateway, String address, IssuedCredential key) {
    private static final String PLACE = "/dev/rialto/web/console/kit/";
    private static final String FOLDER = "rialto-storefront/";
    private static final int BEHIND_A_PROXY = 8080;
    private static final List<String> FILES = List.of(
            "node.properties",
            "start.sh",
            "start.bat",
            "MANUAL.ko.txt",
            "MANUAL.en.txt",
            "MANUAL.ja.txt",
            "MANUAL.zh.txt",
            "theme/theme.json.example",
            "theme/theme.css.example");

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : FILES) {
                zip.putNextEntry(new ZipEntry(FOLDER + name));
                zip.write(filled(read(name)).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A shop's name is one line, whatever was typed. */
    private String filled(String text) {
        return text.replace("{shop}", shop.replaceAll("[\\r\\n]+", " "))
                .replace("{gateway}", gateway)
                .replace("{address}", address)
                .replace("{port}", String.valueOf(port()))
                .replace("{id}", key.clientId())
                .replace("{secret}", key.secret());
    }

    /** Without TLS nothing need stand before it, and it listens where shoppers ask. */
    private int port() {
        URI asked = URI.create(address);
        return "http".equals(asked.getScheme()) && asked.getPort() > 0 ? asked.getPort() : BEHIND_A_PROXY;
    }

    private static String read(String name) throws IOException {
        try (InputStream file = StartKit.class.getResourceAsStream(PLACE + name)) {
            if (file == null) {
                throw new IOException(PLACE + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String toString() {
        return "StartKit[" + key + "]";
    }
}
