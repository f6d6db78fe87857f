package titian.shelf;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import titian.platform.CannotStart;

/** Which bucket documents lie in, if one is named; where it is and who we are there. All of it from the environment. */
@Component
record Bucket(
        @Value("${titian.document.s3.bucket:}") String name,
        @Value("${titian.document.s3.url:}") String url,
        @Value("${titian.document.s3.region:us-east-1}") String region,
        @Value("${titian.document.s3.key:}") String key,
        @Value("${titian.document.s3.secret:}") String secret) {

    Bucket {
        if (!name.isEmpty() && List.of(key, secret).contains("")) {
            throw new CannotStart(
                    "Documents are to lie in the bucket " + name + ", and nothing says who we are there.",
                    "Set TITIAN_DOCUMENT_S3_KEY and TITIAN_DOCUMENT_S3_SECRET.");
        }
    }

    boolean isNamed() {
        return !name.isEmpty();
    }

    @Override
    public String toString() {
        return "bucket " + name;
    }
}
