package titian.office;

import java.util.Optional;
import titian.shared.OfficeId;

/**
 * The regional office of a province (Kantor Wilayah Direktorat Jenderal Imigrasi): it serves nobody itself, and allows
 * each office of its province so many places a day. Its officers sign in at {@code kanwil-31}.
 */
public record RegionalOffice(Region province) {

    private static final String PREFIX = "kanwil-";

    public OfficeId id() {
        return idOf(province.code());
    }

    public static OfficeId idOf(String provinceCode) {
        return new OfficeId(PREFIX + provinceCode);
    }

    /** The code of the province whose regional office this is, if it is one. */
    static Optional<String> provinceOf(OfficeId id) {
        return Optional.of(id.value())
                .filter(value -> value.matches(PREFIX + "\\d{2}"))
                .map(value -> value.substring(PREFIX.length()));
    }
}
