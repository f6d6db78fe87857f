package titian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.booking.BookingDesk;
import titian.document.DocumentDesk;
import titian.form.Answer.Family;
import titian.form.Answer.Identity;
import titian.form.Answer.Kind;
import titian.form.Answer.PersonalData;
import titian.form.Answer.Questionnaire;
import titian.form.Answer.Relative;
import titian.form.Answer.Relatives;
import titian.form.Answer.Residence;
import titian.form.Answer.Visit;
import titian.form.Forms.Opened;
import titian.office.OfficeDesk;
import titian.office.Region;
import titian.web.Words;

/** The whole form as it will go in, in words, to be checked once more. */
@Component
class AnswerList {

    private final OfficeDesk offices;
    private final BookingDesk booking;
    private final DocumentDesk documents;

    AnswerList(OfficeDesk offices, BookingDesk booking, DocumentDesk documents) {
        this.offices = offices;
        this.booking = booking;
        this.documents = documents;
    }

    /** What one page asked; its path is empty if the answers may no longer be changed. */
    record Group(String title, String path, List<Line> lines) {}

    /** A question and its answer. */
    record Line(String question, String answer) {}

    /** The groups of a form that is filled in to the end. */
    List<Group> of(Opened opened, Words words) {
        var form = opened.form();
        var paid = opened.application().isPaid();
        return List.of(
                group(words, Section.IDENTITY, paid, identity(form.get(Identity.class), words)),
                group(words, Section.QUESTIONNAIRE, false, questionnaire(form.get(Questionnaire.class), words)),
                new Group(words.text("form.documents.title"), FormStep.DOCUMENTS.path(), papers(opened, words)),
                group(words, Section.FAMILY, false, family(form.get(Family.class), words)),
                group(words, Section.RELATIVES, false, relatives(form.get(Relatives.class), words)),
                group(words, Section.KIND, paid, kind(form.get(Kind.class), words)),
                group(words, Section.PERSON, false, person(form.get(PersonalData.class), words)),
                group(words, Section.RESIDENCE, false, residence(form.get(Residence.class), words)),
                group(words, Section.PLACE, false, place(form, words)),
                group(words, Section.VISIT, false, visit(form, words)));
    }

    private static Group group(Words words, Section section, boolean fixed, Lines lines) {
        return new Group(words.text("form.section." + section), fixed ? "" : section.path(), lines.lines);
    }

    private Lines identity(Identity said, Words words) {
        var lines = new Lines(words)
                .add("full-name", said.fullName())
                .add("nik", said.nik().value())
                .add("birth-date", words.date(said.birthDate()));
        return said.check().outcome() == Answer.NikCheck.Outcome.MATCHES
                ? lines
                : lines.add("nik-check", words.text(said.check().text() + ".short"));
    }

    private Lines questionnaire(Questionnaire said, Words words) {
        var country = said.country();
        return new Lines(words)
                .add("has-passport", words.text("form.has-passport.no"))
                .add("purpose", words.text("form.purpose." + said.purpose()))
                .add("stay", words.text("form.stay." + said.stay()))
                .add("country", country == null ? null : Locale.of("", country).getDisplayCountry(words.locale()))
                .add("address-abroad", said.addressAbroad());
    }

    private List<Line> papers(Opened opened, Words words) {
        return documents.of(opened.id()).stream()
                .map(paper -> new Line(words.text("document.kind." + paper.kind()), paper.fileName()))
                .toList();
    }

    private Lines family(Family said, Words words) {
        return new Lines(words)
                .add("father", said.father())
                .add("mother", said.mother())
                .add("grandfather", said.grandfather())
                .add("marital-status", words.text("form.marital-status." + said.maritalStatus()))
                .add("spouse", said.spouse());
    }

    private Lines relatives(Relatives said, Words words) {
        var abroad = said.abroad();
        return new Lines(words)
                .add("home-relative", relative(said.home(), words))
                .add("abroad-relative", abroad == null ? null : relative(abroad, words));
    }

    private static String relative(Relative relative, Words words) {
        return relative.name() + ", " + words.text("form.relation." + relative.relation()) + ", " + relative.phone();
    }

    private Lines kind(Kind said, Words words) {
        return new Lines(words)
                .add("kind", words.text("form.kind." + said.type()))
                .add("validity", words.text("form.validity.years", said.validityYears()));
    }

    private Lines person(PersonalData said, Words words) {
        var expires = said.cardExpires();
        return new Lines(words)
                .add("birth-place", said.birthPlace())
                .add("sex", words.text("form.sex." + said.sex()))
                .add("height", words.text("form.height.cm", said.heightCm()))
                .add("occupation", said.occupation())
                .add("nationality", words.text("form.nationality.indonesian"))
                .add("card-issued", words.date(said.cardIssued()))
                .add(
                        "card-validity",
                        expires == null ? words.text("form.card-validity.lifetime") : words.date(expires));
    }

    private Lines residence(Residence said, Words words) {
        return new Lines(words)
                .add("address", said.address())
                .add("district", name(offices.districts(said.regency()), said.district()))
                .add("regency", name(offices.regencies(said.province()), said.regency()))
                .add("province", name(offices.provinces(), said.province()))
                .add("postcode", said.postcode())
                .add("current-address", said.currentAddress())
                .add("phone", said.phone());
    }

    private static String name(List<Region> regions, String code) {
        return regions.stream()
                .filter(region -> region.code().equals(code))
                .map(Region::name)
                .findFirst()
                .orElse(code);
    }

    private Lines place(Form form, Words words) {
        var office = offices.find(form.get(Visit.class).office()).orElseThrow();
        return new Lines(words).add("place", office.name()).add("place.address", office.address());
    }

    private Lines visit(Form form, Words words) {
        var visit = form.get(Visit.class);
        var zone = offices.find(visit.office()).orElseThrow().zone();
        var slot = booking.slot(visit.slot()).orElseThrow();
        return new Lines(words)
                .add("visit.day", words.day(slot.startsAt().atZone(zone).toLocalDate()))
                .add(
                        "visit.hour",
                        words.hour(slot.startsAt(), zone) + "–" + words.hour(slot.endsAt(), zone) + " "
                                + words.zone(zone));
    }

    /** Lines of a group; what was left blank is left out. */
    private static final class Lines {
        private final Words words;
        private final List<Line> lines = new ArrayList<>();

        Lines(Words words) {
            this.words = words;
        }

        Lines add(String question, @Nullable String answer) {
            if (answer != null && !answer.isBlank()) {
                lines.add(new Line(words.text("form." + question), answer));
            }
            return this;
        }
    }
}
