package dev.rialto.storage;

import dev.rialto.platform.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Chooses the adapter that the settings name, once, when the application starts; a wrong setting stops it. */
@ApplicationScoped
class StoragePlace {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final Settings settings;
    private @Nullable Storage chosen;

    @Inject
    StoragePlace(Settings settings) {
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StoragePlace() {
        this.settings = null;
    }

    void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
        storage();
    }

    @Produces
    synchronized Storage storage() {
        Storage known = chosen;
        if (known == null) {
            known = of(StorageSettings.from(ConfigProvider.getConfig()), settings);
            chosen = known;
        }
        return known;
    }

    static Storage of(StorageSettings where, Settings settings) {
        FolderStorage folder = new FolderStorage(settings.dataFolder());
        StorageSettings.Bucket bucket = where.bucket();
        return bucket == null
                ? folder
                : new BucketStorage(
                        client(bucket), bucket, folder, settings.dataFolder().resolve("copies"));
    }

    private static S3Client client(StorageSettings.Bucket bucket) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(bucket.region()))
                .credentialsProvider(
                        bucket.key().isEmpty()
                                ? DefaultCredentialsProvider.builder().build()
                                : StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(bucket.key(), bucket.secret())))
                // others that speak S3 do not know Amazon's newer checksums
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(LONGEST_CALL));
        if (bucket.url() != null) {
            // a bucket is a folder there, not a host name
            builder.endpointOverride(bucket.url()).forcePathStyle(true);
        }
        return builder.build();
    }

    @PreDestroy
    void close() {
        if (chosen instanceof BucketStorage bucket) {
            bucket.close();
        }
    }
}
