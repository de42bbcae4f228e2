package dev.rialto.node.theme;

import dev.rialto.web.port.PicturePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The folder of a seller's own look: {@code theme.json}, {@code theme.css}, {@code logo.png} or {@code logo.jpg}. */
record ThemeFolder(Path folder) {
    private static final List<String> FILES = List.of("theme.json", "theme.css", "logo.png", "logo.jpg");
    private static final int LARGEST_SHEET = 100_000;
    private static final int LARGEST_LOGO = 1_000_000;
    private static final int VERSION_BYTES = 9;
    /** A stylesheet fetches nothing from elsewhere and cannot end itself. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)@import|@charset|url\\s*\\(|image-set|expression\\s*\\(|javascript:|</|<!--|\\\\");

    /** Changes when a file comes, goes or changes. */
    String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                all.append(name).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
        }
        return all.toString();
    }

    /** @throws ThemeProblem naming the file and what is wrong with it */
    Look read() throws IOException {
        byte[] tokens = bytes("theme.json", LARGEST_SHEET);
        byte[] sheet = bytes("theme.css", LARGEST_SHEET);
        byte[] png = bytes("logo.png", LARGEST_LOGO);
        byte[] jpg = bytes("logo.jpg", LARGEST_LOGO);
        if (tokens.length + sheet.length + png.length + jpg.length == 0) {
            return Look.NONE;
        }
        return new Look(
                version(tokens, sheet, png, jpg),
                tokens.length == 0 ? Look.Tokens.NONE : TokenFile.read(tokens),
                sheet(sheet),
                png.length > 0 ? logo(png, "image/png", "logo.png") : logo(jpg, "image/jpeg", "logo.jpg"));
    }

    private byte[] bytes(String name, int most) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        if (Files.size(file) > most) {
            throw new ThemeProblem(name + ": larger than " + most + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static String sheet(byte[] bytes) {
        String sheet = new String(bytes, StandardCharsets.UTF_8);
        var forbidden = FORBIDDEN.matcher(sheet);
        if (forbidden.find()) {
            long line = sheet.substring(0, forbidden.start()).lines().count();
            throw new ThemeProblem(
                    "theme.css: \"" + forbidden.group() + "\" is not allowed (line " + Math.max(1, line) + ")");
        }
        return sheet;
    }

    private static PicturePort.@Nullable Picture logo(byte[] bytes, String type, String name) {
        if (bytes.length == 0) {
            return null;
        }
        boolean png =
                bytes.length > 8 && bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        boolean jpg = bytes.length > 3 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8;
        if (!(type.equals("image/png") ? png : jpg)) {
            throw new ThemeProblem(name + ": not a picture of this kind");
        }
        return new PicturePort.Picture(type, bytes);
    }

    private static String version(byte[]... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] file : files) {
                digest.update(file);
                digest.update((byte) 0);
            }
            byte[] hash = java.util.Arrays.copyOf(digest.digest(), VERSION_BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
