package titian.officer;

import java.time.ZoneId;
import titian.web.Problems;
import titian.web.Words;

/** Why a proof did not count, said beside its field, or for the page as a whole. */
final class Refusals {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String CODE = "kode";

    private Refusals() {}

    static Problems of(OfficerRefused refused, Words words) {
        return switch (refused) {
            case OfficerRefused.WrongCode _ -> Problems.of(CODE, words.text("officer.proof.wrong"));
            case OfficerRefused.TooManyCodes many ->
                Problems.of(
                        CODE,
                        words.text(
                                "officer.proof.too-many",
                                words.hour(many.until(), JAKARTA) + " " + words.zone(JAKARTA)));
            case OfficerRefused.WrongDevice _ -> Problems.of("", words.text("officer.passkey.wrong"));
            case OfficerRefused.LastProof _ -> Problems.of("", words.text("officer.passkey.last"));
            case OfficerRefused.NoInvitation _, OfficerRefused.OtherWay _ ->
                Problems.of("", words.text("officer.proof.other"));
        };
    }
}
