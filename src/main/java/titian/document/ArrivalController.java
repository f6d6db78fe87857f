package titian.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import titian.inspection.UploadRefused;
import titian.shared.SignedIn;

/** Takes files piece by piece, as the protocol tus 1.0 has it (docs/adr/0101). */
@Controller
class ArrivalController {

    private static final String ADDRESS = "/dokumen/unggahan";

    /** What tus may be and is not asked for here: parts, sums of each part, and ends that the program's clock sets. */
    private static final List<String> LEFT_OUT = List.of("concatenation", "checksum", "expiration");

    /** Who begins says how long it is. */
    private static final Pattern LENGTH = Pattern.compile("[1-9]\\d{0,17}");

    private final ArrivalDesk desk;
    private final TusFileUploadService protocol;

    ArrivalController(ArrivalDesk desk) {
        this.desk = desk;
        var addresses = new UuidUploadIdFactory();
        this.protocol = new TusFileUploadService()
                .withUploadIdFactory(addresses)
                .withUploadUri(ADDRESS)
                .withUploadStorageService(new ArrivalStorage(desk, addresses))
                .withUploadLockingService(new RowsAreLocks());
        LEFT_OUT.forEach(protocol::disableTusExtension);
    }

    @PostMapping(ADDRESS)
    void begin(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!LENGTH.matcher(Objects.requireNonNullElse(request.getHeader(HttpHeader.UPLOAD_LENGTH), ""))
                .matches()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        try {
            desk.admit(me.account(), request.getRemoteAddr());
            protocol.process(request, response, me.account().toString());
        } catch (UploadRefused refused) {
            response.sendError(status(refused).value());
        }
    }

    @RequestMapping(
            path = ADDRESS + "/{arrival}",
            method = {RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE})
    void goOn(
            @PathVariable titian.shared.UploadId arrival,
            @AuthenticationPrincipal SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (desk.find(arrival, me.account()).isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        try {
            protocol.process(request, response, me.account().toString());
        } catch (UploadRefused refused) {
            response.sendError(status(refused).value());
        }
    }

    private static HttpStatus status(UploadRefused refused) {
        return refused instanceof UploadRefused.TooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Of two that go on with the same file at once, the row decides: {@link Arrivals#append}. */
    private static final class RowsAreLocks implements UploadLockingService {

        @Override
        public @Nullable UploadLock lockUploadByUri(String address) {
            return null;
        }

        @Override
        public void cleanupStaleLocks() {}

        @Override
        public boolean isLocked(UploadId id) {
            return false;
        }

        @Override
        public void setIdFactory(UploadIdFactory addresses) {}
    }
}
