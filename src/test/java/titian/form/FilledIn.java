package titian.form;

import static java.time.temporal.ChronoUnit.DAYS;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.application.DraftDesk;
import titian.application.Stage;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.questionnaire.Errand;
import titian.registry.RegistryAnswer;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.PriorityGroup;
import titian.shared.Speed;
import titian.slot.SlotId;
import titian.slot.SomeSlots;
import titian.submission.SubmissionDesk;

/** Forms filled in to the end, for whatever comes after; and times to come at, on a working day. */
public final class FilledIn {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    static final byte[] PICTURE = picture();
    static final List<DocumentKind> NEEDED = List.of(DocumentKind.KTP, DocumentKind.KK, DocumentKind.CIVIL_PROOF);

    private final FormDesk forms;
    private final SubmissionDesk submission;
    private final Forms opener;
    private final DraftDesk drafts;
    private final DocumentDesk documents;
    private final SomeSlots slots;
    private final Clock clock;

    public FilledIn(BeanFactory house) {
        this.forms = house.getBean(FormDesk.class);
        this.submission = house.getBean(SubmissionDesk.class);
        this.opener = house.getBean(Forms.class);
        this.drafts = house.getBean(DraftDesk.class);
        this.documents = house.getBean(DocumentDesk.class);
        this.clock = house.getBean(Clock.class);
        this.slots = new SomeSlots(house.getBean(JdbcClient.class), clock);
    }

    public SlotId slot(int places) {
        return slots.slot(SomeSlots.OFFICE, workingDay(), places);
    }

    /** One place that may be chosen on the form's own page. */
    public SlotId opened() {
        return slots.opened(SomeSlots.OFFICE, workingDay());
    }

    /** Ten o'clock of the second working day from now. */
    public Instant workingDay() {
        var day = LocalDate.ofInstant(clock.instant().plus(2, DAYS), JAKARTA);
        while (WEEKEND.contains(day.getDayOfWeek())) {
            day = day.plusDays(1);
        }
        return day.atTime(10, 0).atZone(JAKARTA).toInstant();
    }

    /** One in which nothing is said yet. */
    public ApplicationId begin(AccountId account) {
        return forms.begin(account, Locale.of("id"));
    }

    public ApplicationId form(AccountId account, People.Someone who, SlotId slot) {
        var id = ready(account, who);
        choose(id, account, slot);
        return id;
    }

    /** A form that lacks only the office and the time. */
    public ApplicationId ready(AccountId account, People.Someone who) {
        var id = forms.begin(account, Locale.of("id"));
        forms.save(id, account, identity(who));
        forms.save(
                id,
                account,
                new Answer.Questionnaire(
                        false, Answer.Purpose.TOURISM, Answer.StayLength.UNDER_ONE_MONTH, "SG", null, null));
        hand(id, account);
        forms.save(
                id,
                account,
                new Answer.Family(
                        "BUDI PRAMUDYAWAN",
                        "SITI PRAMUDYAWAN",
                        Answer.MaritalStatus.UNMARRIED,
                        null,
                        null,
                        null,
                        null));
        forms.save(
                id,
                account,
                new Answer.Relatives(
                        new Answer.Relative("ANI PRAMUDYAWAN", "081200000000", Answer.Relation.SIBLING), null));
        forms.save(id, account, new Kind(PassportType.ELECTRONIC, 10));
        forms.save(id, account, person(null));
        forms.save(
                id,
                account,
                new Answer.Residence("JL KENANGASARI 1", "31", "31.74", "31.74.01", null, null, "081200000001"));
        return id;
    }

    /** Hands the form in for that hour. */
    public void submit(ApplicationId id, AccountId account, OfficeId office, SlotId slot) {
        forms.save(id, account, new Answer.Place(office));
        forms.save(id, account, new Answer.Visit(office, slot));
        submit(id, account);
    }

    public Stage submit(ApplicationId id, AccountId account) {
        return submission.submit(id, account);
    }

    public boolean isComplete(ApplicationId id) {
        return form(id).isComplete();
    }

    /** The form as it stands. */
    public Form form(ApplicationId id) {
        return opener.open(drafts.find(id).orElseThrow()).form();
    }

    /** It is somebody else's form now. */
    public void identify(ApplicationId id, AccountId account, People.Someone who) {
        forms.save(id, account, identity(who));
    }

    /** It is still the same person, of whom the registry says that the name differs, and who goes on. */
    public void doubt(ApplicationId id, AccountId account, People.Someone who) {
        forms.save(id, account, doubted(who.name(), who.nik(), who));
    }

    /** The same with a number of this kind. */
    public void identifyAs(ApplicationId id, AccountId account, People.Someone who, String nik) {
        forms.save(id, account, doubted(who.name(), new Nik(nik), who));
    }

    private Answer.Identity doubted(String name, Nik nik, People.Someone who) {
        var differing = Set.of(RegistryAnswer.Field.NAME);
        var check = new Answer.NikCheck(Answer.NikCheck.Outcome.DIFFERS, differing, true, clock.instant());
        return new Answer.Identity(name, nik, who.birthDate(), check);
    }

    /** The law lets them go first, they say. */
    public void goesFirst(ApplicationId id, AccountId account, PriorityGroup group) {
        forms.save(id, account, person(group));
    }

    private static Answer.PersonalData person(@Nullable PriorityGroup group) {
        return new Answer.PersonalData(
                "RAWAJEMBATAN", Answer.Sex.FEMALE, 160, "GURU", LocalDate.of(2018, 3, 20), null, group);
    }

    /** It is about fetching a passport, which costs nothing. */
    public void fetch(ApplicationId id, AccountId account) {
        forms.save(id, account, new CaseAnswer.Errands(Errand.PICKUP_SELF));
    }

    /** It is about another kind of book. */
    public void wish(ApplicationId id, AccountId account, PassportType type, int years) {
        forms.save(id, account, new Kind(type, years));
    }

    /** It is to be ready on the day of the visit. */
    public void hurry(ApplicationId id, AccountId account) {
        forms.save(id, account, new Kind(PassportType.ELECTRONIC, 10, Speed.SAME_DAY));
    }

    public void discard(ApplicationId id, AccountId account) {
        forms.discard(id, account);
    }

    /** Makes the form lack an answer again. */
    public void spoil(ApplicationId id, AccountId account) {
        forms.save(id, account, new Answer.Questionnaire(true, null, null, null, null, null));
    }

    public void choose(ApplicationId id, AccountId account, SlotId slot) {
        forms.save(id, account, new Answer.Place(SomeSlots.OFFICE));
        forms.save(id, account, new Answer.Visit(SomeSlots.OFFICE, slot));
    }

    public void hand(ApplicationId id, AccountId account) {
        for (var kind : NEEDED) {
            documents.store(id, account, kind, "foto.png", new ByteArrayInputStream(PICTURE));
        }
    }

    public Answer.Identity identity(People.Someone who) {
        var check = new Answer.NikCheck(Answer.NikCheck.Outcome.MATCHES, Set.of(), false, clock.instant());
        return new Answer.Identity(who.name(), who.nik(), who.birthDate(), check);
    }

    private static byte[] picture() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
