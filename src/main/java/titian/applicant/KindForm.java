package titian.applicant;

import org.jspecify.annotations.Nullable;
import titian.form.Answer.Kind;
import titian.form.Typing;

/** Which passport, as chosen: the tariff's kind of book and years in one, as in {@code ELECTRONIC-10}. */
record KindForm(String kind) {

    static final KindForm BLANK = new KindForm(null);

    KindForm(@Nullable String kind) {
        this.kind = Typing.line(kind);
    }

    static KindForm of(Kind said) {
        return new KindForm(said.type().name() + "-" + said.validityYears());
    }
}
