package titian.snap;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A message at our door, before it is known whether the bank sent it. */
record Knock(String path, String body, String timestamp, String signature, String partner, String externalId) {

    private static final int LONGEST = 8 * 1024;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** Reads a message; empty if it is too long to be one of the bank's. */
    static Optional<Knock> of(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        return body.length > LONGEST
                ? Optional.empty()
                : Optional.of(new Knock(
                        request.getRequestURI(),
                        new String(body, UTF_8),
                        header(request, "X-TIMESTAMP"),
                        header(request, "X-SIGNATURE"),
                        header(request, "X-PARTNER-ID"),
                        header(request, "X-EXTERNAL-ID")));
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }

    /** Why it is not let in; empty if it is the bank's, of this moment, and for us. */
    Optional<Verdict> refusal(BankAccess access, Instant now, String service) {
        if (!access.isSet()) {
            return Optional.of(new Verdict(401, service, "00", "Unauthorized. [No bank]"));
        }
        if (Stream.of(timestamp, signature, partner, externalId).anyMatch(String::isEmpty)) {
            return Optional.of(new Verdict(400, service, "02", "Invalid Mandatory Field {header}"));
        }
        var at = SnapLanguage.time(timestamp);
        if (at.isEmpty()) {
            return Optional.of(new Verdict(400, service, "01", "Invalid Field Format {X-TIMESTAMP}"));
        }
        if (!externalId.matches("[0-9A-Za-z-]{1,36}")) {
            return Optional.of(new Verdict(400, service, "01", "Invalid Field Format {X-EXTERNAL-ID}"));
        }
        if (!partner.equals(access.client())
                || !Signatures.isSigned(Signatures.text("POST", path, body, timestamp), signature, access.theirKey())) {
            return Optional.of(new Verdict(401, service, "00", "Unauthorized. [Signature]"));
        }
        if (Duration.between(at.get(), now).abs().compareTo(WINDOW) > 0) {
            return Optional.of(new Verdict(401, service, "00", "Unauthorized. [Timestamp]"));
        }
        return Optional.empty();
    }
}
