package titian.interview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.BeanFactory;
import titian.SignedInPeople;
import titian.account.AccountDesk;
import titian.application.ApplicationDesk;
import titian.application.SomeVisits;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.interview.Examination.Cause;
import titian.interview.Examination.Subject;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.Role;
import titian.shared.SignedIn;
import titian.shared.UploadId;
import titian.slot.SomeSlots;

/** Applicants at a counter who handed in a card before, and the officers of that office. */
final class SomeCounters {

    private final BeanFactory house;
    private final AccountDesk accounts;

    SomeCounters(BeanFactory house) {
        this.house = house;
        this.accounts = house.getBean(AccountDesk.class);
    }

    /** Somebody being served. */
    record AtCounter(SignedIn applicant, ApplicationId id, UploadId card) {}

    AtCounter served() {
        var applicant = SignedInPeople.applicant(accounts);
        var id = new SomeVisits(house)
                .paid(applicant.account(), SomeSlots.OFFICE)
                .appointment()
                .application();
        var card = house.getBean(DocumentDesk.class)
                .store(id, applicant.account(), DocumentKind.KTP, "ktp.png", new ByteArrayInputStream(picture()));
        var applications = house.getBean(ApplicationDesk.class);
        applications.checkIn(id);
        applications.startService(id);
        return new AtCounter(applicant, id, card.id());
    }

    SignedIn officer(Role role) {
        return SignedInPeople.officer(accounts, SomeSlots.OFFICE, role);
    }

    /** Somebody whose minutes were written. */
    AtCounter examined() {
        var one = served();
        house.getBean(ExaminationDesk.class)
                .record(
                        Officer.of(officer(Role.COUNTER_OFFICER)),
                        one.id(),
                        Subject.LOST,
                        Cause.CARELESSNESS,
                        "Hilang di pasar.");
        return one;
    }

    /** Somebody about whom the head decided. */
    AtCounter decided() {
        var one = examined();
        house.getBean(ApplicationDesk.class).finishService(one.id());
        var desk = house.getBean(ExaminationDesk.class);
        desk.opine(Officer.of(officer(Role.SECTION_HEAD)), one.id(), new Outcome.Grant(), "Dapat diterima.");
        desk.decide(Officer.of(officer(Role.HEAD_OF_OFFICE)), one.id(), new Outcome.Grant(), "Diberikan.");
        return one;
    }

    private static byte[] picture() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
