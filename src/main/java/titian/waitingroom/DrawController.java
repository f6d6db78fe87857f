package titian.waitingroom;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import titian.office.Office;
import titian.office.OfficeDesk;

/** The proof of a draw, for everyone: the fingerprint before, the seed and the list after, and how to check them. */
@Controller
@RequestMapping("/antrean-rilis/{id}")
class DrawController {

    private static final int A_PAGE = 50;
    private static final int A_PART = 5_000;
    private static final int LONGEST_NUMBER = 60;

    private final WaitingRoomDesk rooms;
    private final Tickets tickets;
    private final OfficeDesk offices;
    private final Clock clock;
    private final String house;

    DrawController(
            WaitingRoomDesk rooms,
            Tickets tickets,
            OfficeDesk offices,
            Clock clock,
            @Value("${titian.address}") String house) {
        this.rooms = rooms;
        this.tickets = tickets;
        this.offices = offices;
        this.clock = clock;
        this.house = house;
    }

    /**
     * A draw as it is published.
     *
     * @param rows  a page of the list
     * @param sought the number somebody looked for, as typed; empty if nobody did
     * @param found  where it stands in the line
     */
    record Proof(
            Release release,
            Office office,
            Instant now,
            String house,
            List<Tickets.Drawn> rows,
            int number,
            String sought,
            @Nullable TicketId ticket,
            Optional<Integer> found) {

        boolean isDrawn() {
            return release.drawnAt() != null;
        }

        int pages() {
            return Math.max(1, Math.ceilDiv(release.drawn(), A_PAGE));
        }

        String address() {
            return release.address() + "/undian";
        }

        /** What checks the whole list. */
        String command() {
            return "bin/verify-draw " + house + address() + ".csv";
        }

        /** What computes the rank of one ticket, with nothing but OpenSSL. */
        String rankOfOne() {
            var one = ticket != null
                    ? ticket
                    : rows.isEmpty() ? null : rows.getFirst().ticket();
            return "printf %s " + (one == null ? "" : one) + " | openssl dgst -sha256 -mac HMAC -macopt hexkey:"
                    + release.seed();
        }

        String fingerprintOfSeed() {
            return "printf %s " + release.seed() + " | xxd -r -p | sha256sum";
        }
    }

    @GetMapping("/undian")
    String proof(
            @PathVariable ReleaseId id,
            @RequestParam(defaultValue = "1") int halaman,
            @RequestParam(defaultValue = "") String nomor,
            Model page) {
        var release = release(id);
        var last = Math.max(1, Math.ceilDiv(release.drawn(), A_PAGE));
        var number = Math.clamp(halaman, 1, last);
        var sought = nomor.strip();
        var ticket = sought.length() > LONGEST_NUMBER ? Optional.<TicketId>empty() : TicketId.typed(sought);
        page.addAttribute(
                "proof",
                new Proof(
                        release,
                        offices.find(release.office()).orElseThrow(),
                        clock.instant(),
                        house,
                        tickets.drawn(id, (number - 1) * A_PAGE, release.drawn(), A_PAGE),
                        number,
                        sought.substring(0, Math.min(sought.length(), LONGEST_NUMBER)),
                        ticket.orElse(null),
                        ticket.flatMap(one -> tickets.position(id, one))));
        return "waitingroom/proof";
    }

    /**
     * The whole list in plain text, part by part as it is read: it is never held in memory, and no transaction waits for
     * a slow reader. Drawn once, it never changes, and may be kept by whoever passes it on.
     */
    @GetMapping("/undian.csv")
    void list(@PathVariable ReleaseId id, HttpServletResponse response) throws IOException {
        var release = release(id);
        if (release.drawnAt() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"undian-" + id + ".csv\"");
        response.setHeader("Cache-Control", "public, max-age=86400, immutable");
        var out = response.getOutputStream();
        out.write(heading(release).getBytes(US_ASCII));
        for (int after = 0; after < release.drawn(); ) {
            var part = tickets.drawn(id, after, release.drawn(), A_PART);
            if (part.isEmpty()) {
                return;
            }
            var text = new StringBuilder(part.size() * 32);
            part.forEach(row ->
                    text.append(row.position()).append(',').append(row.ticket()).append('\n'));
            out.write(text.toString().getBytes(US_ASCII));
            after = part.getLast().position();
        }
    }

    private static String heading(Release release) {
        return """
                release,%s
                office,%s
                opens,%s
                seed_sha256,%s
                seed,%s
                tickets,%d
                position,ticket
                """.formatted(
                        release.id(),
                        release.office(),
                        release.opensAt(),
                        release.fingerprint(),
                        release.seed(),
                        release.drawn());
    }

    private Release release(ReleaseId id) {
        return rooms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
