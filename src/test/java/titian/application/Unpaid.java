package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import titian.People;
import titian.application.Stage.Expired;
import titian.application.Stage.Submitted;
import titian.booking.BookingDesk;
import titian.booking.SomeReturns;
import titian.form.FilledIn;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.slot.SlotId;

/** Applications handed in that nobody pays: their two hours pass, and the places they had come back. */
final class Unpaid {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(50);

    private final FilledIn filledIn;
    private final Settlements settlements;
    private final Applications applications;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final SomeReturns returns;
    private final World world;

    Unpaid(BeanFactory house) {
        this.filledIn = new FilledIn(house);
        this.settlements = house.getBean(Settlements.class);
        this.applications = house.getBean(Applications.class);
        this.booking = house.getBean(BookingDesk.class);
        this.payment = house.getBean(PaymentDesk.class);
        this.returns = new SomeReturns(house);
        this.world = house.getBean(World.class);
    }

    ApplicationId submitted(AccountId account, People.Someone who, SlotId slot) {
        var id = filledIn.form(account, who, slot);
        filledIn.submit(id, account);
        return id;
    }

    /** Two hours pass, and the sweep comes round. */
    void expire(ApplicationId id) {
        timePasses(id);
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> {
            settlements.sweep();
            return stage(id) instanceof Expired;
        });
    }

    /** Two hours pass and nobody pays. */
    void timePasses(ApplicationId id) {
        code(((Submitted) stage(id)).bill());
        world.clock().moveBy(Duration.ofMinutes(124));
    }

    /** Everybody's time passes, so that no sweep finds more than it is to find. */
    void timePassesForAll() {
        world.clock().moveBy(Duration.ofMinutes(124));
        settlements.sweep();
    }

    /** A place that was given back rests for a while nobody knows beforehand. */
    void comesBack(SlotId slot) {
        assertThat(booking.slot(slot).orElseThrow().taken()).isEqualTo(1);
        world.clock().moveBy(Duration.ofMinutes(31));
        await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> {
            returns.sweep();
            return booking.slot(slot).orElseThrow().taken() == 0;
        });
    }

    String code(BillId bill) {
        return await().atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> payment.find(bill).map(Bill::billingCode).orElse(null), Objects::nonNull);
    }

    Stage stage(ApplicationId id) {
        return applications.find(id).orElseThrow().stage();
    }
}
