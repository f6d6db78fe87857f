package titian.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.booking.BookingDesk;
import titian.document.DocumentDesk;
import titian.form.Answer.Family;
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.form.Answer.Place;
import titian.form.Answer.Questionnaire;
import titian.form.Answer.Relative;
import titian.form.Answer.Relatives;
import titian.form.Answer.Residence;
import titian.form.Answer.Visit;
import titian.form.Forms.Opened;
import titian.office.OfficeDesk;
import titian.office.Region;
import titian.questionnaire.PassportNames;
import titian.shared.Speed;
import titian.web.Words;

/** The whole form in words: as it will go in, to be checked once more, and as it went in, for the officers. */
@Component
public class AnswerList {

    private final OfficeDesk offices;
    private final BookingDesk booking;
    private final DocumentDesk documents;
    private final PassportNames names;
    private final SameDay sameDay;

    AnswerList(OfficeDesk offices, BookingDesk booking, DocumentDesk documents, PassportNames names, SameDay sameDay) {
        this.offices = offices;
        this.booking = booking;
        this.documents = documents;
        this.names = names;
        this.sameDay = sameDay;
    }

    /** What one page asked; its path is empty if the answers may no longer be changed. */
    public record Group(String title, String path, List<Line> lines) {}

    /** A question and its answer. */
    public record Line(String question, String answer) {}

    /** The groups of a form that is filled in to the end. */
    public List<Group> of(Opened opened, Words words) {
        var form = opened.form();
        var paid = opened.application().isPaid();
        return opened.form().steps().stream()
                .flatMap(step -> step == FormStep.DOCUMENTS
                        ? Stream.of(new Group(words.text("form.documents.title"), step.path(), papers(opened, words)))
                        : Stream.of(Section.values())
                                .filter(section -> section.step() == step)
                                .filter(section -> form.has(section) && form.takes(section))
                                .map(section ->
                                        group(words, section, paid && isFixed(section), lines(opened, section, words))))
                .toList();
    }

    /** What has been paid for is for this person, this errand and this book. */
    private static boolean isFixed(Section section) {
        return section == Section.IDENTITY || section == Section.ERRAND || section == Section.KIND;
    }

    private Lines lines(Opened opened, Section section, Words words) {
        var form = opened.form();
        return switch (form.answers().get(section)) {
            case Identity said -> identity(said, words);
            case Questionnaire said -> questionnaire(said, words);
            case Family said -> family(said, words);
            case Relatives said -> relatives(said, words);
            case Kind said -> kind(opened, said, words);
            case PersonalData said -> person(said, words);
            case Residence said -> residence(said, words);
            case Place _ -> place(form, words);
            case Visit _ -> visit(form, words);
            case CaseAnswer said -> CaseLines.of(said, form.isChilds(), new Lines(words), words);
            case null -> new Lines(words);
        };
    }

    private static Group group(Words words, Section section, boolean fixed, Lines lines) {
        return new Group(words.text("form.section." + section), fixed ? "" : section.path(), lines.lines);
    }

    private Lines identity(Identity said, Words words) {
        var lines = new Lines(words)
                .add("full-name", said.fullName())
                .add("nik", said.nik().value())
                .add("birth-date", words.date(said.birthDate()))
                .add("printed-name", names.of(said.fullName()).readable());
        if (names.of(said.fullName()).cut()) {
            lines.add("printed-name.cut", words.text("form.printed-name.cut.text"));
        }
        if (offices.firstRegistered(said.nik()).isEmpty()) {
            lines.add("nik-region", words.text("form.nik-region.unknown"));
        }
        return said.check().isConfirmed()
                ? lines
                : lines.add("nik-check", words.text(said.check().text() + ".short"));
    }

    private Lines questionnaire(Questionnaire said, Words words) {
        var country = said.country();
        return new Lines(words)
                .add("has-passport", words.text("form.has-passport." + (said.hasPassport() ? "yes" : "no")))
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
                .add("spouse", said.spouse())
                .add("spouse-nationality", said.spouseNationality())
                .add("spouse-birth-date", said.spouseBirthDate() == null ? null : words.date(said.spouseBirthDate()));
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

    private Lines kind(Opened opened, Kind said, Words words) {
        return new Lines(words)
                .add("kind", words.text("form.kind." + said.type()))
                .add("validity", words.text("form.validity.years", said.validityYears()))
                .add("speed", words.text("form.speed." + speed(opened)));
    }

    /** As long as the form may change, what it would be promised; then what it was. */
    private Speed speed(Opened opened) {
        var application = opened.application();
        return application.stage().isEditable() && !application.isPaid()
                ? sameDay.of(opened.form()).speed()
                : application.speed();
    }

    private Lines person(PersonalData said, Words words) {
        var issued = said.cardIssued();
        var lines = new Lines(words)
                .add("birth-place", said.birthPlace())
                .add("sex", words.text("form.sex." + said.sex()))
                .add("height", words.text("form.height.cm", said.heightCm()))
                .add("occupation", said.occupation())
                .add("nationality", words.text("form.nationality.indonesian"))
                .add("priority", said.group() == null ? null : words.text("form.priority." + said.group()));
        var expires = said.cardExpires();
        return issued == null
                ? lines
                : lines.add("card-issued", words.date(issued))
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
    static final class Lines {
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
