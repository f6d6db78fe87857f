package titian.outside;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

/** A store of buckets on a real socket: S3Proxy, which speaks S3, looks who signs, and here keeps things in memory. */
public final class Buckets implements AutoCloseable {

    public static final String KEY = "titian";
    public static final String SECRET = "rahasia-penyimpanan";

    private final BlobStore kept;
    private S3Proxy door;
    private int port;

    private Buckets(BlobStore kept) {
        this.kept = kept;
        this.door = door(0);
    }

    /** One with this bucket, and nothing in it. */
    public static Buckets open(String bucket) {
        var kept = BlobStores.create("transient-nio2", new Properties());
        kept.createContainer(bucket);
        var buckets = new Buckets(kept);
        start(buckets.door);
        buckets.port = buckets.door.getPort();
        return buckets;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Nobody answers at its address, as when the line to it is cut. */
    public void goAway() {
        try {
            door.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Answers at the same address again, and has lost nothing. */
    public void comeBack() {
        door = door(port);
        start(door);
    }

    private S3Proxy door(int port) {
        return S3Proxy.builder()
                .blobStore(kept)
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .build();
    }

    private static void start(S3Proxy door) {
        try {
            door.start();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        goAway();
        kept.close();
    }
}
