package dev.rialto.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Fills the mall that is measured: 10,000 goods in 20 storefronts. */
final class Seed {
    static final int SHOPS = 20;
    static final int GOODS_OF_SHOP = 500;
    static final int CATEGORIES = 24;
    static final String SECRET = "bench-secret";

    private Seed() {}

    static void plant(Connection database) throws IOException, SQLException {
        try (Statement statement = database.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        }
    }

    /** The statements of the file; none of its texts holds a semicolon at the end of a line. */
    static List<String> statements() throws IOException {
        try (InputStream file = Seed.class.getResourceAsStream("seed.sql")) {
            if (file == null) {
                throw new IOException("seed.sql is missing");
            }
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.split(";\\s*\\n"));
        }
    }

    static String client(int shop) {
        return "sf_live_bench" + shop;
    }

    static String host(int shop) {
        return "bench-" + shop + ".localhost";
    }

    static String slug(int shop, int goods) {
        return "bench-" + shop + "-" + goods;
    }

    /** Words that the goods' titles hold, in four languages. */
    static List<String> words(Connection database) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select distinct split_part(title, ' ', 2) from goods_text t join goods g on g.id = t.goods_id
                        where g.slug like 'bench-1-%' order by 1
                        """)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
