package titian.officer;

import java.time.ZoneId;
import titian.web.Problems;
import titian.web.Words;

/** Why a code did not count, said beside its field. */
final class Refusals {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private Refusals() {}

    static Problems of(OfficerRefused refused, Words words) {
        return Problems.of(
                "kode",
                switch (refused) {
                    case OfficerRefused.WrongCode _ -> words.text("officer.proof.wrong");
                    case OfficerRefused.TooManyCodes many ->
                        words.text(
                                "officer.proof.too-many",
                                words.hour(many.until(), JAKARTA) + " " + words.zone(JAKARTA));
                    case OfficerRefused.OtherWay _ -> words.text("officer.proof.other");
                });
    }
}
