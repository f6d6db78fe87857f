package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Where the biller tells us of payments. It answers as soon as the notice is kept; what the notice says is found out
 * afterwards.
 *
 * <p>A notice that names no bill of ours is kept as unmatched and answered as received: the biller sends what was not
 * received again and again, and no number of repetitions would make it ours. An officer finds it in the record.
 */
@Controller
class NoticeController {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeController.class);
    private static final int LONGEST = 8 * 1024;

    private final NoticeDesk notices;
    private final SecretKeySpec key;

    NoticeController(NoticeDesk notices, BillerAccess access) {
        this.notices = notices;
        this.key = new SecretKeySpec(access.noticeSecret().getBytes(UTF_8), "HmacSHA256");
    }

    @PostMapping("/simponi/pemberitahuan")
    ResponseEntity<String> receive(
            HttpServletRequest request,
            @RequestHeader(name = "X-Simponi-Signature", required = false) @Nullable String signature)
            throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "too large");
        }
        if (!isSigned(body, signature)) {
            LOG.warn("A notice came without the biller's signature");
            return answer(HttpStatus.UNAUTHORIZED, "not signed");
        }
        var notice = Notice.read(body);
        if (notice.isEmpty()) {
            LOG.error("The biller sent a signed notice that makes no sense, {} bytes long", body.length);
            return answer(HttpStatus.BAD_REQUEST, "not a notice");
        }
        notices.receive(notice.get());
        return answer(HttpStatus.OK, "received");
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

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words + "\n");
    }
}
