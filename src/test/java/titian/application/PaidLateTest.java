package titian.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import titian.People;
import titian.TitianTest;
import titian.application.Stage.Expired;
import titian.application.Stage.Scheduled;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.Pause;
import titian.form.FilledIn;
import titian.shared.AccountId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Paid is paid, however late: the same place if it can be had, else another for the same money. */
@TitianTest
@RecordApplicationEvents
class PaidLateTest {

    @Autowired
    BeanFactory house;

    @Autowired
    Settlements settlements;

    @Autowired
    SettlementDesk settlementDesk;

    @Autowired
    BookingDesk booking;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    FilledIn filledIn;
    Unpaid unpaid;
    AccountId account = AccountId.next();
    People.Someone who = People.someone();

    @BeforeEach
    void people() {
        filledIn = new FilledIn(house);
        unpaid = new Unpaid(house);
    }

    @Test
    void whoeverPaidLateGetsTheSamePlaceIfItIsFree() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        unpaid.expire(id);
        var bill = ((Expired) unpaid.stage(id)).bill();

        settlements.paid(id, bill);

        var scheduled = (Scheduled) unpaid.stage(id);
        assertThat(scheduled.billed()).contains(bill);
        var appointment = booking.find(scheduled.appointment()).orElseThrow();
        assertThat(appointment.slot()).isEqualTo(slot);
        assertThat(appointment.state()).isEqualTo(AppointmentState.CONFIRMED);
    }

    @Test
    void whoeverPaidLateForAPlaceThatIsGoneChoosesAnotherAndPaysNothing(ApplicationEvents events) {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        unpaid.expire(id);
        var bill = ((Expired) unpaid.stage(id)).bill();
        unpaid.comesBack(slot);
        var quicker = AccountId.next();
        filledIn.submit(filledIn.form(quicker, People.someone(), slot), quicker);

        settlements.paid(id, bill);
        settlements.paid(id, bill);

        assertThat(((Expired) unpaid.stage(id)).paidLate()).isTrue();
        assertThat(events.stream(ApplicationPaidLate.class)
                        .filter(event -> event.application().equals(id)))
                .hasSize(1);
        filledIn.choose(id, account, filledIn.slot(1));
        assertThat(filledIn.submit(id, account)).isInstanceOf(Scheduled.class);
        assertThat(((Scheduled) unpaid.stage(id)).billed()).contains(bill);
    }

    /** In a rush the engine may say "come again": nothing is decided by that, and the task does come again. */
    @Test
    void whoeverPaidLateInARushGetsTheSamePlaceOnceTheRushIsOver() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        unpaid.expire(id);
        var bill = ((Expired) unpaid.stage(id)).bill();

        try (var _ = Pause.before(database, slot)) {
            assertThatThrownBy(() -> settlements.paid(id, bill)).isInstanceOf(BookingRefused.Busy.class);
        }
        assertThat(((Expired) unpaid.stage(id)).paidLate()).isFalse();
        settlements.paid(id, bill);

        var scheduled = (Scheduled) unpaid.stage(id);
        assertThat(booking.find(scheduled.appointment()).orElseThrow().slot()).isEqualTo(slot);
    }

    @Test
    void whoeverPaidLateForAPlaceThatIsGoneIsKeptTheNearestOnceTheRushIsOver() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        unpaid.expire(id);
        var bill = ((Expired) unpaid.stage(id)).bill();
        unpaid.comesBack(slot);
        var quicker = AccountId.next();
        filledIn.submit(filledIn.form(quicker, People.someone(), slot), quicker);
        filledIn.slot(1);

        try (var _ = Pause.before(database, windowsWithRoom())) {
            assertThatThrownBy(() -> settlements.paid(id, bill)).isInstanceOf(BookingRefused.Busy.class);
        }
        assertThat(((Expired) unpaid.stage(id)).paidLate()).isFalse();
        settlements.paid(id, bill);

        assertThat(((Expired) unpaid.stage(id)).paidLate()).isTrue();
    }

    @Test
    void whatWasPaidLateDoesNotPayForSomebodyElse() {
        var slot = filledIn.slot(1);
        var id = unpaid.submitted(account, who, slot);
        unpaid.expire(id);
        var bill = ((Expired) unpaid.stage(id)).bill();
        settlementDesk.payLate(id, bill, Optional.empty());
        filledIn.identify(id, account, People.someone());
        filledIn.choose(id, account, filledIn.slot(1));

        assertThatThrownBy(() -> filledIn.submit(id, account)).isInstanceOf(ApplicationRefused.PriceUnsettled.class);
    }

    private SlotId[] windowsWithRoom() {
        return db.sql("SELECT id FROM booking.slot WHERE office = :office AND taken < capacity")
                .param("office", SomeSlots.OFFICE.value())
                .query((row, _) -> new SlotId(row.getObject("id", UUID.class)))
                .list()
                .toArray(SlotId[]::new);
    }
}
