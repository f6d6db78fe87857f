package titian.booking;

import java.util.UUID;
import titian.seal.Seals;
import titian.shared.Nik;

/** By what booking knows a person: the mark of their NIK. The number itself is not needed to give somebody a place. */
public record PersonMark(UUID value) {

    public static PersonMark of(Nik nik, Seals seals) {
        return new PersonMark(seals.mark("nik", nik.value()));
    }
}
