package titian.casework;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.People;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.Paid;
import titian.casework.VerificationDesk.Judgement;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.Upload;
import titian.form.FilledIn;
import titian.office.OfficeDesk;
import titian.office.OfficeType;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.shared.Speed;
import titian.shared.UploadId;
import titian.slot.SomeSlots;

/** Files that applicants' forms have opened, at an office each test has to itself, and the officers there. */
public final class SomeFiles {

    private static final AtomicInteger TAKEN = new AtomicInteger(60);

    private final BeanFactory house;
    private final AccountDesk accounts;
    private final DocumentDesk documents;
    private final VerificationDesk desk;
    private final OfficeId office;

    public SomeFiles(BeanFactory house) {
        this.house = house;
        this.accounts = house.getBean(AccountDesk.class);
        this.documents = house.getBean(DocumentDesk.class);
        this.desk = house.getBean(VerificationDesk.class);
        var clock = house.getBean(Clock.class);
        var offices = house.getBean(OfficeDesk.class);
        var today = clock.instant().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
        var atTheCounter = offices.takingPapersAtTheCounter(today);
        var all = offices.all().stream()
                .filter(one -> one.type() == OfficeType.IMMIGRATION_OFFICE && !atTheCounter.contains(one.id()))
                .toList();
        this.office = all.get(TAKEN.getAndIncrement() % all.size()).id();
    }

    /** An applicant whose visit is certain. */
    public record Case(SignedIn applicant, People.Someone who, ApplicationId id) {

        public String address() {
            return "/petugas/berkas/" + id;
        }
    }

    OfficeId office() {
        return office;
    }

    public SignedIn verifier() {
        return SignedInPeople.officer(accounts, office, Role.VERIFIER);
    }

    public SignedIn sectionHead() {
        return SignedInPeople.officer(accounts, office, Role.SECTION_HEAD);
    }

    public Case certain() {
        return certain(Duration.ofDays(5));
    }

    Case certain(Duration ahead) {
        return certain(People.someone(), ahead);
    }

    /** One of whose number the civil registry says something else. */
    Case doubted() {
        return certain(People.someone(), Duration.ofDays(5), true);
    }

    /** One whose passport is promised for the day of the visit. */
    public Case hurried() {
        return certain(People.someone(), Duration.ofDays(5), false, Speed.SAME_DAY);
    }

    Case certain(People.Someone who, Duration ahead) {
        return certain(who, ahead, false);
    }

    private Case certain(People.Someone who, Duration ahead, boolean doubted) {
        return certain(who, ahead, doubted, Speed.REGULAR);
    }

    private Case certain(People.Someone who, Duration ahead, boolean doubted, Speed speed) {
        var filledIn = new FilledIn(house);
        var clock = house.getBean(Clock.class);
        var soon = clock.instant().plus(ahead).truncatedTo(ChronoUnit.HOURS);
        var visit = speed == Speed.SAME_DAY ? early(soon) : soon;
        var slot = new SomeSlots(house.getBean(JdbcClient.class), clock).slot(office, visit, 1);
        var applicant = SignedInPeople.applicant(accounts);
        var id = filledIn.ready(applicant.account(), who);
        if (doubted) {
            filledIn.doubt(id, applicant.account(), who);
        }
        if (speed == Speed.SAME_DAY) {
            filledIn.hurry(id, applicant.account());
        }
        filledIn.submit(id, applicant.account(), office, slot);
        Paid.now(house, id);
        return new Case(applicant, who, id);
    }

    private Instant early(Instant day) {
        var zone = house.getBean(OfficeDesk.class).find(office).orElseThrow().zone();
        return day.atZone(zone).with(LocalTime.of(9, 0)).toInstant();
    }

    UploadId upload(Case of, DocumentKind kind) {
        return documents.of(of.id()).stream()
                .filter(upload -> upload.kind() == kind)
                .map(Upload::id)
                .findFirst()
                .orElseThrow();
    }

    void judge(SignedIn officer, Case of, DocumentKind kind, @Nullable Reason reason) {
        desk.judge(Officer.of(officer), of.id(), new Judgement(kind, upload(of, kind), reason, ""));
    }

    /** Finds all papers good but those. */
    void judgeAll(SignedIn officer, Case of, DocumentKind... bad) {
        for (var kind : DocumentKind.values()) {
            var reason = List.of(bad).contains(kind) ? Reason.UNREADABLE : null;
            documents.of(of.id()).stream()
                    .filter(upload -> upload.kind() == kind)
                    .findFirst()
                    .ifPresent(_ -> judge(officer, of, kind, reason));
        }
    }

    /** Another picture in place of the one there is. */
    void replace(Case of, DocumentKind kind) {
        documents.store(of.id(), of.applicant().account(), kind, "foto-baru.png", new ByteArrayInputStream(picture()));
    }

    /** A picture that no other is like. */
    static byte[] picture() {
        var picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(ThreadLocalRandom.current().nextInt(0xffffff)));
        pen.fillRect(0, 0, 60, 40);
        pen.dispose();
        picture.setRGB(3, 3, ThreadLocalRandom.current().nextInt(0xffffff));
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
