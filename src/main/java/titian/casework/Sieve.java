package titian.casework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;

/**
 * Which files of an office an officer wants to see, and after which one.
 *
 * @param service the service's code; empty for all
 * @param after   the last file of the page before
 */
record Sieve(Which which, String service, @Nullable After after) {

    /** The parts of a worklist. */
    enum Which {
        ALL("semua"),
        REPAIRED("diperbaiki"),
        RETURNED("dikembalikan"),
        LATE("terlambat"),
        PAUSED("dijeda"),
        MINE("saya");

        private final String path;

        Which(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        String text() {
            return "casework.which." + name();
        }

        /** The part of this name; all of it if there is none. */
        static Which of(String path) {
            for (var which : values()) {
                if (which.path.equals(path)) {
                    return which;
                }
            }
            return ALL;
        }
    }

    /** A place in the worklist. */
    record After(Instant dueAt, ApplicationId application) {}

    /** The address of the page that begins after this place. */
    String address(@Nullable After place) {
        var address = "/petugas/berkas?bagian=" + which.path();
        if (!service.isEmpty()) {
            address += "&layanan=" + URLEncoder.encode(service, StandardCharsets.UTF_8);
        }
        return place == null ? address : address + "&tenggat=" + place.dueAt() + "&berkas=" + place.application();
    }

    Sieve of(Which part) {
        return new Sieve(part, service, null);
    }
}
