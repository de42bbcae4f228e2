package dev.rialto.system.gateway;

import com.google.gson.JsonElement;

/** Goods to be handed in. */
final class Wares {
    private Wares() {}

    /** A category of the second level. */
    static String category(Node node) {
        return node
                .calling()
                .get("/api/v1/categories")
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")
                .asList()
                .stream()
                .flatMap(major -> major.getAsJsonObject().getAsJsonArray("children").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .map(minor -> minor.get("slug").getAsString())
                .findFirst()
                .orElseThrow();
    }

    /** Two products, of which the second costs less than nothing. */
    static String job(Node node, String mode, String handle) {
        String good = goods(handle + "-good", 12_000);
        return "{\"mode\":\"" + mode + "\",\"category\":\"" + category(node)
                + "\",\"currency\":\"KRW\",\"language\":\"ko\",\"goods\":[" + good + "," + goods(handle + "-bad", -5)
                + "]}";
    }

    private static String goods(String handle, long minor) {
        return "{\"handle\":\"" + handle + "\",\"title\":\"떡갈나무 쟁반, \\\"크게\\\"\",\"bodyHtml\":\"<p>한 줄\\n두 줄</p>\","
                + "\"variants\":[{\"sku\":\"" + handle + "\",\"quantity\":4,\"price\":{\"minor\":" + minor
                + ",\"currency\":\"KRW\"}}]}";
    }
}
