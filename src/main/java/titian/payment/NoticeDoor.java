package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import titian.web.StrictHeaders;

/**
 * Where the biller tells us of payments, before all other doors: there is no session to look up, and the signature is
 * the proof of who tells. It answers as soon as the notice is kept; what the notice says is found out afterwards.
 *
 * <p>A notice that names no bill of ours is kept as unmatched and answered as received: the biller sends what was not
 * received again and again, and no number of repetitions would make it ours. An officer finds it in the record.
 */
final class NoticeDoor extends HttpFilter {

    static final String PATH = "/simponi/pemberitahuan";

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDoor.class);
    private static final int LONGEST = 8 * 1024;

    private final transient NoticeEngine engine;
    private final transient SecretKeySpec key;

    NoticeDoor(NoticeEngine engine, String secret) {
        this.engine = engine;
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws IOException {
        StrictHeaders.write(response);
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            answer(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "notices are posted");
            return;
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "too large");
        } else if (!isSigned(body, request.getHeader("X-Simponi-Signature"))) {
            LOG.warn("A notice came without the biller's signature");
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, "not signed");
        } else {
            receive(body, response);
        }
    }

    private void receive(byte[] body, HttpServletResponse response) throws IOException {
        var notice = Notice.read(body);
        if (notice.isEmpty()) {
            LOG.error("The biller sent a signed notice that makes no sense, {} bytes long", body.length);
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "not a notice");
            return;
        }
        try {
            engine.decide(notice.get());
            answer(response, HttpServletResponse.SC_OK, "received");
        } catch (NoticeEngine.Busy busy) {
            response.setHeader("Retry-After", Long.toString(busy.comeAgainIn().toSeconds()));
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "busy, send it again");
        }
    }

    /** Compared in constant time, so that a signature cannot be guessed letter by letter. */
    private boolean isSigned(byte[] body, @Nullable String signature) {
        if (signature == null || signature.length() != 64) {
            return false;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return MessageDigest.isEqual(mac.doFinal(body), HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static void answer(HttpServletResponse response, int status, String words) throws IOException {
        var text = (words + "\n").getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
