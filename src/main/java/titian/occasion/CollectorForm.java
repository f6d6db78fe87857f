package titian.occasion;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.CaseAnswer.Collector;
import titian.form.Typing;
import titian.shared.Nik;

/** Who fetches somebody else's passport, as typed. */
record CollectorForm(
        @NotEmpty(message = "{form.collector.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.collector.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.collector.long}")
        String collector,

        @NotEmpty(message = "{form.nik.missing}") String collectorNik,

        @NotEmpty(message = "{form.phone.missing}") @Pattern(regexp = Typing.PHONE, message = "{form.phone.malformed}")
        String collectorPhone) {

    static final CollectorForm BLANK = new CollectorForm(null, null, null);

    CollectorForm(@Nullable String collector, @Nullable String collectorNik, @Nullable String collectorPhone) {
        this.collector = Typing.capitals(collector);
        this.collectorNik = Nik.tidy(Typing.line(collectorNik));
        this.collectorPhone = Typing.phone(collectorPhone);
    }

    static CollectorForm of(Collector said) {
        return new CollectorForm(said.name(), said.nik().value(), said.phone());
    }

    void check(Errors problems) {
        Typing.mustBeNik(problems, "collectorNik", collectorNik);
    }

    Collector answer() {
        return new Collector(collector, new Nik(collectorNik), collectorPhone);
    }

    @Override
    public String toString() {
        return "collector form";
    }
}
