package titian.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.SequencedMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket of a store that speaks S3: Amazon's, or MinIO, Ceph or another of one's own. What it holds is sealed before it
 * comes here, so that its keeper reads nothing. A call ends within its time, whatever the store does.
 */
final class BucketShelf implements Shelf, AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration FOR_AN_ATTEMPT = Duration.ofSeconds(10);
    private static final Duration IN_ALL = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final S3Client store;
    private final String bucket;

    BucketShelf(Bucket bucket) {
        this.bucket = bucket.name();
        this.store = client(bucket);
    }

    private static S3Client client(Bucket bucket) {
        var builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.key(), bucket.secret())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(FOR_AN_ATTEMPT))
                .overrideConfiguration(calls -> calls.apiCallTimeout(IN_ALL)
                        .apiCallAttemptTimeout(FOR_AN_ATTEMPT)
                        .retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                // Sealing proves more than a sum, and stores other than Amazon's do not all know the newest sums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        return bucket.url().isEmpty()
                ? builder.build()
                : builder.endpointOverride(URI.create(bucket.url())).build();
    }

    @Override
    public void put(SequencedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            asked(() -> store.putObject(
                    at -> at.bucket(bucket).key(key(file.getKey())), RequestBody.fromBytes(file.getValue())));
        }
    }

    @Override
    public InputStream get(String name) throws IOException {
        return asked(() -> store.getObject(at -> at.bucket(bucket).key(key(name))));
    }

    @Override
    public void remove(String name) throws IOException {
        asked(() -> store.deleteObject(at -> at.bucket(bucket).key(key(name))));
    }

    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new IOException("the bucket of documents does not do as asked", e);
        }
    }

    /** As in a folder, for whoever moves one into the other. */
    private static String key(String name) {
        return "documents/" + name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    @Override
    public void close() {
        store.close();
    }
}
