package dev.rialto.storage;

import dev.rialto.platform.SettingReader;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Where files are kept.
 *
 * @param bucket the bucket ({@code rialto.storage = s3}); null for the data folder
 */
record StorageSettings(@Nullable Bucket bucket) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9_-]{1,60}/)*");

    /**
     * A bucket that speaks S3.
     *
     * @param name its name ({@code rialto.storage.bucket})
     * @param url where it is asked, when that is not Amazon ({@code rialto.storage.url})
     * @param region {@code rialto.storage.region}
     * @param prefix what every name begins with, so that malls may share a bucket ({@code rialto.storage.prefix})
     * @param key whom requests are signed as ({@code rialto.storage.key}); empty: what the machine gives its programs
     * @param secret signs them ({@code rialto.storage.secret})
     */
    record Bucket(String name, @Nullable URI url, String region, String prefix, String key, String secret) {}

    static StorageSettings from(Config config) {
        SettingReader reader = new SettingReader(config);
        String kind = reader.text("rialto.storage", "folder");
        if (!kind.equals("folder") && !kind.equals("s3")) {
            throw new IllegalStateException("rialto.storage must be folder or s3, not " + kind);
        }
        return new StorageSettings(kind.equals("s3") ? bucket(reader) : null);
    }

    private static Bucket bucket(SettingReader reader) {
        String key = reader.text("rialto.storage.key", "");
        String secret = reader.text("rialto.storage.secret", "");
        if (key.isEmpty() != secret.isEmpty()) {
            throw new IllegalStateException(
                    "rialto.storage.key and rialto.storage.secret go together: set both or none");
        }
        return new Bucket(
                matching(reader, "rialto.storage.bucket", BUCKET, "the name of a bucket"),
                address(reader.text("rialto.storage.url", "")),
                reader.text("rialto.storage.region", "us-east-1"),
                matching(reader, "rialto.storage.prefix", PREFIX, "names with a slash after each"),
                key,
                secret);
    }

    private static @Nullable URI address(String text) {
        if (!text.isEmpty() && !text.matches("https?://[^/?#@\\s]+/?")) {
            throw new IllegalStateException(
                    "rialto.storage.url must be an address such as https://host:port, not " + text);
        }
        return text.isEmpty() ? null : URI.create(text);
    }

    private static String matching(SettingReader reader, String key, Pattern form, String what) {
        String text = reader.text(key, "");
        if (!form.matcher(text).matches()) {
            throw new IllegalStateException(key + " must be " + what + ", not '" + text + "'");
        }
        return text;
    }
}
