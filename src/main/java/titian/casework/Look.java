package titian.casework;

import org.jspecify.annotations.Nullable;
import titian.document.DocumentKind;
import titian.shared.ApplicationId;
import titian.shared.UploadId;

/**
 * How an officer looks at a paper: which, which of its sheets, turned and enlarged how. All of it stands in the address,
 * so that it works without scripts and a colleague sees the same.
 *
 * @param sheets how many it has; none if it cannot be opened
 * @param turn   by how many quarters to the right
 * @param zoom   how many times as wide as its place
 */
record Look(
        ApplicationId application,
        DocumentKind kind,
        @Nullable UploadId upload,
        int sheet,
        int sheets,
        int turn,
        int zoom) {

    static final int QUARTERS = 4;
    static final int MOST_ZOOM = 3;

    Look {
        turn = Math.floorMod(turn, QUARTERS);
        zoom = Math.clamp(zoom, 1, MOST_ZOOM);
        sheet = Math.clamp(sheet, 1, Math.max(1, sheets));
    }

    String file() {
        return "/petugas/berkas/" + application;
    }

    /** The address of the picture that is shown. */
    String picture() {
        return file() + "/dokumen/" + upload + "?halaman=" + sheet;
    }

    /** The address of the file as it is kept. */
    String original() {
        return file() + "/dokumen/" + upload + "/asli";
    }

    String at(DocumentKind other) {
        return file() + "?dok=" + other;
    }

    String onSheet(int other) {
        return with(other, turn, zoom);
    }

    String turned() {
        return with(sheet, (turn + 1) % QUARTERS, zoom);
    }

    String zoomed() {
        return with(sheet, turn, zoom % MOST_ZOOM + 1);
    }

    private String with(int sheet, int turn, int zoom) {
        return at(kind) + "&halaman=" + sheet + "&putar=" + turn + "&besar=" + zoom;
    }
}
