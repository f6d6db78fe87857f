package titian.booking;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.booking.BookingRefused.Taking;
import titian.shared.ServiceLane;
import titian.slot.Availability;
import titian.slot.SlotId;
import titian.web.ErrorAnswer;
import titian.web.StrictHeaders;

/**
 * The two addresses everybody asks for when places are let go, answered before all other doors: what is free, and booking
 * with a pass. No session is looked up and no cookie read; the pass is the proof of who asks, and the only one.
 */
final class LeanDoor extends HttpFilter {

    static final String BOOK = "/pesan";

    private static final String AVAILABLE = "/tersedia";
    private static final String LANE = "layanan=";
    private static final String SCHEDULE = "/jadwal/";

    private final transient BookingPasses passes;
    private final transient Bookings bookings;
    private final transient Availability availability;
    private final transient Clock clock;

    LeanDoor(BookingPasses passes, Bookings bookings, Availability availability, Clock clock) {
        this.passes = passes;
        this.bookings = bookings;
        this.availability = availability;
        this.clock = clock;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        if (path.equals(BOOK)) {
            book(request, response);
        } else if (path.startsWith(SCHEDULE)
                && path.endsWith(AVAILABLE)
                && request.getMethod().equals("GET")) {
            available(request, response, path.substring(SCHEDULE.length(), path.length() - AVAILABLE.length()));
        } else {
            others.doFilter(request, response);
        }
    }

    private void book(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StrictHeaders.write(response);
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var token = request.getParameter("pass");
        var chosen = Chosen.of(request.getParameter("slot"));
        var key = request.getParameter("key");
        if (token == null
                || chosen == null
                || key == null
                || key.isBlank()
                || key.length() > BookingRequest.LONGEST_KEY) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var pass = passes.read(token);
        if (pass.isEmpty()) {
            ErrorAnswer.send(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "pass",
                    passes.back(token).orElse(null));
            return;
        }
        book(request, response, pass.get(), chosen, key);
    }

    private void book(
            HttpServletRequest request, HttpServletResponse response, BookingPass pass, Chosen chosen, String key)
            throws IOException {
        try {
            var booked = bookings.book(pass.request(key, chosen.slot(), chosen.second(), clock.instant()));
            seeOther(response, with(pass.next(), "pesanan=" + booked.party()));
        } catch (BookingRefused.KeyReused _) {
            ErrorAnswer.send(request, response, HttpServletResponse.SC_CONFLICT, "reused", pass.back());
        } catch (BookingRefused.Busy busy) {
            response.setHeader("Retry-After", Long.toString(busy.retryAfter().toSeconds()));
            ErrorAnswer.send(request, response, 429, "rush", pass.back());
        } catch (Taking refused) {
            seeOther(response, with(pass.back(), "alasan=" + reason(refused) + "&jam=" + chosen.slot()));
        }
    }

    /** Why not, as pages that offer the hours again are told. */
    private static String reason(Taking refused) {
        return switch (refused) {
            case BookingRefused.SlotFull _ -> "penuh";
            case BookingRefused.AlreadyBooked _ -> "sudah-punya";
            case BookingRefused.TooSoon soon ->
                "terlalu-cepat&mulai=" + encoded(soon.next().toString());
            case BookingRefused.NotOpenYet notYet ->
                "belum-dibuka&mulai=" + encoded(notYet.opensAt().toString());
            case BookingRefused.TooLate _ -> "terlambat";
            case BookingRefused.GroupTooLarge _ -> "rombongan";
            case BookingRefused.OfferGone _ -> "tawaran-berakhir";
            case BookingRefused.KeyReused _,
                    BookingRefused.Busy _,
                    BookingRefused.MovedOften _,
                    BookingRefused.NoPlaceFound _ -> "gagal";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String with(String address, String query) {
        return address + (address.contains("?") ? "&" : "?") + query;
    }

    private static void seeOther(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
        response.setContentLength(0);
    }

    /**
     * The window a form names, or two side by side with a point between them.
     *
     * @param second where those of a group go who find no place in the first
     */
    private record Chosen(SlotId slot, @Nullable SlotId second) {

        static @Nullable Chosen of(@Nullable String typed) {
            try {
                var named = typed == null ? new String[0] : typed.split("\\.", -1);
                return switch (named.length) {
                    case 1 -> new Chosen(slot(named[0]), null);
                    case 2 -> named[0].equals(named[1]) ? null : new Chosen(slot(named[0]), slot(named[1]));
                    default -> null;
                };
            } catch (IllegalArgumentException _) {
                return null;
            }
        }

        private static SlotId slot(String typed) {
            return new SlotId(UUID.fromString(typed));
        }
    }

    /** {@code ?layanan=PICK_UP}; passports if nothing is said. */
    private static @Nullable ServiceLane lane(@Nullable String query) {
        if (query == null || !query.startsWith(LANE)) {
            return ServiceLane.PASSPORT;
        }
        return Arrays.stream(ServiceLane.values())
                .filter(lane -> query.equals(LANE + lane))
                .findFirst()
                .orElse(null);
    }

    private void available(HttpServletRequest request, HttpServletResponse response, String office) throws IOException {
        var lane = lane(request.getQueryString());
        var known = lane == null ? null : availability.of(office, lane);
        if (known == null) {
            StrictHeaders.write(response);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("ETag", known.tag());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (known.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType("application/json");
            response.setContentLength(known.length());
            known.writeTo(response.getOutputStream());
        }
    }
}
