package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import titian.People;
import titian.SignedInPeople;
import titian.allowance.SpentQuestions;
import titian.office.Preset;
import titian.shared.AccountId;
import titian.waitingroom.OpenRooms;
import titian.waitingroom.WaitingRoomDesk;

/** Who is not booked, and is told why. */
class ChosenHourRefusedTest extends ChoosingOffice {

    @Test
    void aSixthPersonIsRefused() {
        var visit = caller.begin(office, people(5));

        assertThat(caller.get(visit + "/orang")).bodyText().doesNotContain("name=\"nik\"");
        assertThat(caller.add(visit, People.someone()))
                .hasStatus(422)
                .bodyText()
                .contains("sudah penuh");

        assertThat(guests(visit)).isEqualTo(5);
    }

    @Test
    void nobodyComesTwiceInAGroup() {
        var one = People.someone();
        var visit = caller.begin(office, List.of(one));

        assertThat(caller.add(visit, one)).hasStatus(422).bodyText().contains("sudah ada dalam rombongan");

        assertThat(guests(visit)).isEqualTo(1);
    }

    @Test
    void nobodyGuessesAtTheRegistryWithoutEnd() {
        var visit = caller.begin(office);
        SpentQuestions.of(caller.me().account(), house);

        assertThat(caller.add(visit, People.someone()))
                .hasStatus(422)
                .bodyText()
                .contains("terlalu sering diperiksa");

        assertThat(guests(visit)).isZero();
    }

    @Test
    void whatIsMistypedIsSaidAtItsField() {
        var visit = caller.begin(office);

        assertThat(caller.post(visit + "/orang", Map.of("fullName", "Ratna", "nik", "12")))
                .hasStatus(422)
                .bodyText()
                .contains("errsum", "RATNA", "Pilih keperluan");
        assertThat(guests(visit)).isZero();
    }

    @Test
    void somebodyWithAnApplicationUnderWayIsNotTakenIntoAGroup() {
        var one = People.someone();
        booked(caller, List.of(one));

        var other = new Caller(browser, SignedInPeople.applicant(accounts));
        var visit = other.begin(office);
        assertThat(other.add(visit, one)).hasStatus(422).bodyText().contains("dari akun lain");
        assertThat(other.get(visit + "/orang")).bodyText().doesNotContain(one.name());

        assertThat(caller.add(caller.begin(office), one))
                .hasStatus(422)
                .bodyText()
                .contains("di akun Anda");
    }

    @Test
    void ifOneOfAGroupGetsAnAppointmentElsewhereMeanwhileNobodyOfTheGroupIsBooked() {
        var three = people(3);
        var visit = caller.begin(office, three);
        var hour = queues.hours(office).getFirst();
        var offer = offer(visit, hour);
        booked(new Caller(browser, SignedInPeople.applicant(accounts)), List.of(three.getLast()));
        var before = taken(hour);

        var back = caller.book(offer, hour.id().toString());

        assertThat(back).startsWith(visit + "/waktu?tanggal=").contains("alasan=sudah-punya");
        assertThat(caller.get(back))
                .hasStatus(422)
                .bodyText()
                .contains("masih berjalan")
                .doesNotContain("name=\"pass\"");
        assertThat(taken(hour)).isEqualTo(before);
        assertThat(states(three.subList(0, 2))).isEmpty();
    }

    @Test
    void aFullHourBooksNobody() {
        var hours = queues.hours(office);
        var visit = caller.begin(office, people(3));
        var offer = offer(visit, hours.getFirst());
        booked(
                new Caller(browser, SignedInPeople.applicant(accounts)),
                people(3),
                hours.getFirst().id().toString());

        var back = caller.book(offer, hours.getFirst().id().toString());

        assertThat(back).contains("alasan=penuh");
        assertThat(caller.get(back)).hasStatus(422).bodyText().contains("baru saja terisi", "name=\"pass\"");
        assertThat(taken(hours.getFirst())).isEqualTo(3);
    }

    @Test
    void anHourOfAnotherOfficeOrOneThatHasBegunBooksNobody() {
        var visit = caller.begin(office, people(2));
        var offer = offer(visit, queues.hours(office).getFirst());
        var elsewhere = queues.hours(queues.office(Preset.APAPO)).getFirst();
        var past = window(clock.instant().minus(Duration.ofMinutes(5)));
        var near = window(clock.instant().plus(Duration.ofMinutes(30)));

        assertThat(caller.book(offer, elsewhere.id().toString())).contains("alasan=penuh");
        assertThat(caller.book(offer, past.toString())).contains("alasan=terlambat");
        assertThat(caller.book(offer, near.toString())).contains("alasan=terlambat");
        assertThat(caller.pressed(offer, "besok")).hasStatus(400);
        assertThat(taken(elsewhere)).isZero();
    }

    @Test
    void whoeverWasServedComesAgainAfterThirtyDaysOnly() {
        var one = People.someone();
        new SomeOfficers(house, world).served(booked(caller, List.of(one)));
        var visit = caller.begin(office, List.of(one));
        var hour = queues.hours(office).getFirst();

        var back = caller.book(offer(visit, hour), hour.id().toString());

        assertThat(back).contains("alasan=terlalu-cepat&mulai=");
        assertThat(caller.get(back)).hasStatus(422).bodyText().contains("Belum waktunya mengajukan lagi");
        assertThat(states(List.of(one))).containsExactly("DONE");
    }

    @Test
    void anotherAccountFindsNothing() {
        var visit = caller.begin(office, people(1));
        var stranger = new Caller(browser, SignedInPeople.applicant(accounts));

        for (var address : List.of("", "/orang", "/waktu", "/pasti")) {
            assertThat(stranger.get(visit + address)).as(address).hasStatus(404);
        }
        for (var address : List.of("/orang", "/hapus", "/waktu", "/ambil", "/lepas")) {
            assertThat(stranger.post(visit + address, with(Caller.typed(People.someone()), "nomor", "1")))
                    .as(address)
                    .hasStatus(404);
        }
        assertThat(caller.get("/janji/" + UUID.randomUUID())).hasStatus(404);
        assertThat(guests(visit)).isEqualTo(1);
    }

    @Test
    void aPassIsGoodForNobodyElsesVisit() {
        var mine = caller.begin(office, people(1));
        var hour = queues.hours(office).getFirst();
        var stolen = offer(mine, hour);
        var stranger = new Caller(browser, SignedInPeople.applicant(accounts));

        var next = stranger.book(stolen, hour.id().toString());

        assertThat(stranger.get(next)).as("the place is the owner's").hasStatus(404);
        var forged = new Caller.Offer(stolen.pass().substring(1), stolen.key(), List.of());
        assertThat(stranger.pressed(forged, hour.id().toString())).hasStatus(403);
    }

    /** Else whoever opened the page beforehand would walk around the room, with an hour heard from somebody let in. */
    @Test
    void aPageOpenedBeforeAWaitingRoomBooksNothingOnceTheRoomIsOpen() {
        var visit = caller.begin(office, people(1));
        var hour = queues.hours(office).getFirst();
        var rooms = new OpenRooms(house);
        var release = rooms.soonAt(office);
        try {
            var offer = offer(visit, hour);
            var before = taken(hour);
            rooms.open(release);

            assertThat(caller.pressed(offer, hour.id().toString())).hasStatus(403);

            assertThat(taken(hour)).isEqualTo(before);
            assertThat(guests(visit)).as("nothing typed is lost").isEqualTo(1);
            assertThat(caller.get(visit + "/waktu"))
                    .hasRedirectedUrl(release.address() + "?kembali=" + visit + "/waktu");
        } finally {
            rooms.close(release);
        }
    }

    @Test
    void whileAWaitingRoomIsOpenOnlyWhoWasLetInChooses() {
        var visit = caller.begin(office, people(1));
        var rooms = new OpenRooms(house);
        var release = rooms.at(office);
        try {
            assertThat(caller.get(visit + "/waktu"))
                    .hasRedirectedUrl(release.address() + "?kembali=" + visit + "/waktu");

            var leave = new Cookie(
                    WaitingRoomDesk.COOKIE, rooms.leave(release, caller.me().account()));
            assertThat(caller.get(visit + "/waktu", leave))
                    .hasStatusOk()
                    .bodyText()
                    .contains("name=\"pass\"");

            var foreign = new Cookie(WaitingRoomDesk.COOKIE, rooms.leave(release, AccountId.next()));
            assertThat(caller.get(visit + "/waktu", foreign)).hasStatus3xxRedirection();
        } finally {
            rooms.close(release);
        }
    }
}
