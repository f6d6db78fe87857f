package titian.applicant;

import org.jspecify.annotations.Nullable;
import titian.form.Kind;
import titian.form.Typing;
import titian.shared.Speed;

/**
 * Which passport, as chosen: the tariff's kind of book and years in one, as in {@code ELECTRONIC-10}.
 *
 * @param speed how soon, where that can be chosen
 */
record KindForm(String kind, String speed) {

    static final KindForm BLANK = new KindForm(null, null);

    KindForm(@Nullable String kind, @Nullable String speed) {
        this.kind = Typing.line(kind);
        this.speed = Typing.line(speed);
    }

    static KindForm of(Kind said) {
        return new KindForm(book(said), said.speed().name());
    }

    static String book(Kind said) {
        return said.type().name() + "-" + said.validityYears();
    }

    Speed soon() {
        return speed.equals(Speed.SAME_DAY.name()) ? Speed.SAME_DAY : Speed.REGULAR;
    }
}
