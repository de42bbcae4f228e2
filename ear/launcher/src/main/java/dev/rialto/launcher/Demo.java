package dev.rialto.launcher;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** The demo mall in its archive; the application loads it, and the start card names its storefronts and accounts. */
final class Demo {
    private final Path archive;

    Demo(Path archive) {
        this.archive = archive;
    }

    /** A mall on a database of one's own starts empty, unless told otherwise. */
    static boolean isWanted(LaunchSettings settings) {
        return settings.text("rialto.demo")
                .map(Boolean::parseBoolean)
                .orElse(settings.text("rialto.db.url").isEmpty());
    }

    Path archive() {
        return archive;
    }

    /** Who may sign in. */
    record Account(String role, String email, String password) {}

    List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (JsonElement each : read("mall.json").getAsJsonArray("accounts")) {
            accounts.add(account(
                    each.getAsJsonObject(), each.getAsJsonObject().get("role").getAsString()));
        }
        for (JsonObject seller : sellers()) {
            accounts.add(account(
                    seller.getAsJsonObject("staff"),
                    "seller " + seller.get("name").getAsString()));
        }
        return accounts;
    }

    /** First labels of the storefronts' hosts. */
    List<String> storefronts() {
        return sellers().stream()
                .filter(seller -> seller.get("storefront").isJsonObject())
                .map(seller -> seller.getAsJsonObject("storefront").get("host").getAsString())
                .toList();
    }

    private List<JsonObject> sellers() {
        List<JsonObject> sellers = new ArrayList<>();
        read("mall.json").getAsJsonArray("sellers").forEach(file -> sellers.add(read(file.getAsString())));
        return sellers;
    }

    private static Account account(JsonObject json, String role) {
        return new Account(
                role, json.get("email").getAsString(), json.get("password").getAsString());
    }

    private JsonObject read(String name) {
        try (ZipFile zip = new ZipFile(archive.toFile());
                Reader text = new InputStreamReader(zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(text).getAsJsonObject();
        } catch (IOException e) {
            throw new StartFailure("The demo in " + archive + " cannot be read.", e);
        }
    }
}
