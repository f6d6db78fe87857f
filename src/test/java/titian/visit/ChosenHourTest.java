package titian.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import titian.Inbox;
import titian.People;
import titian.People.Someone;
import titian.SignedInPeople;

/** Up to five choose day and hour together, all of them or none. */
class ChosenHourTest extends ChoosingOffice {

    @Test
    void fiveComeTogetherInOneHourEachWithAPassOfTheirOwn() {
        var five = people(5);
        var visit = caller.begin(office, five);
        var hour = queues.hours(office).get(1);
        var offer = offer(visit, hour);

        var next = caller.book(offer, hour.id().toString());

        assertThat(next).startsWith(visit + "/pasti?pesanan=");
        var certain = caller.follow(next);
        assertThat(certain)
                .hasStatusOk()
                .bodyText()
                .contains("Jadwal sudah pasti", "Pasti")
                .contains(five.stream().map(Someone::name).toList());
        assertThat(Caller.passes(certain)).hasSize(5);
        assertThat(taken(hour)).isEqualTo(5);
        assertThat(states(five)).hasSize(5).containsOnly("CONFIRMED");
        assertThat(caller.get("/pass/" + Caller.passes(certain).getFirst()))
                .hasStatusOk()
                .bodyText()
                .contains(five.getFirst().name(), "class=\"qr", "class=\"bars");
        assertThat(new Inbox(world)
                        .about(someone.email(), "Jadwal kunjungan Anda")
                        .attachments())
                .anySatisfy(file -> assertThat(file.type()).contains("pdf"));
    }

    @Test
    void aGroupIsSplitOnlyBetweenHoursSideBySide() {
        var hours = queues.hours(office);
        booked(
                new Caller(browser, SignedInPeople.applicant(accounts)),
                people(3),
                hours.getFirst().id().toString());
        var four = people(4);
        var visit = caller.begin(office, four);
        var offer = offer(visit, hours.getFirst());

        assertThat(offer.windows())
                .contains(hours.get(0).id() + "." + hours.get(1).id())
                .doesNotContain(hours.getFirst().id().toString());
        var apart = caller.book(offer, hours.get(0).id() + "." + hours.get(2).id());
        assertThat(apart).contains("alasan=penuh");
        assertThat(states(four)).isEmpty();

        var certain = caller.follow(
                caller.book(offer, hours.get(0).id() + "." + hours.get(1).id()));

        assertThat(certain).hasStatusOk().bodyText().contains("dua jam yang berdampingan");
        assertThat(taken(hours.get(0))).isEqualTo(5);
        assertThat(taken(hours.get(1))).isEqualTo(2);
    }

    @Test
    void pressingAgainIsAnsweredTheSameAndAnotherHourWithTheSamePageIsAConflict() {
        var hours = queues.hours(office);
        var visit = caller.begin(office, people(2));
        var offer = offer(visit, hours.getFirst());
        var first = caller.book(offer, hours.getFirst().id().toString());

        assertThat(caller.book(offer, hours.getFirst().id().toString())).isEqualTo(first);
        assertThat(caller.follow(first)).hasStatusOk();
        assertThat(caller.book(offer, hours.getFirst().id().toString()))
                .as("certain by now")
                .isEqualTo(first);
        assertThat(caller.pressed(offer, hours.getLast().id().toString())).hasStatus(409);

        assertThat(taken(hours.getFirst())).isEqualTo(2);
        assertThat(taken(hours.getLast())).isZero();
        assertThat(caller.get(visit + "/waktu")).as("nothing left to choose").hasRedirectedUrl(visit);
    }

    @Test
    void whoeverNeverGotTheAnswerFindsThePlaceStillHeld() {
        var two = people(2);
        var visit = caller.begin(office, two);
        var hour = queues.hours(office).getFirst();
        caller.book(offer(visit, hour), hour.id().toString());

        assertThat(caller.follow(visit + "/waktu")).hasStatusOk().bodyText().contains("Ambil waktu ini");
        assertThat(Caller.location(caller.post(visit + "/ambil", Map.of()))).isEqualTo(visit);

        assertThat(states(two)).containsOnly("CONFIRMED");
        assertThat(taken(hour)).isEqualTo(2);
    }

    @Test
    void whoeverComesBackTooLateChoosesAgain() {
        var two = people(2);
        var visit = caller.begin(office, two);
        var hours = queues.hours(office);
        var next = caller.book(
                offer(visit, hours.getFirst()), hours.getFirst().id().toString());
        held(two).forEach(booking::release);

        var again = caller.get(next);

        assertThat(again).hasRedirectedUrl(visit + "/waktu?alasan=lewat");
        assertThat(caller.get(visit + "/waktu?alasan=lewat"))
                .hasStatus(422)
                .bodyText()
                .contains("sudah dilepas");
        assertThat(caller.follow(caller.book(
                        offer(visit, hours.get(1)), hours.get(1).id().toString())))
                .bodyText()
                .contains("Jadwal sudah pasti");
    }

    @Test
    void whoeverIsAddedLaterIsBookedWithTheOthersOrNobodyIs() {
        var visit = caller.begin(office, people(2));
        var hour = queues.hours(office).getFirst();
        var stale = offer(visit, hour);
        caller.book(stale, hour.id().toString());

        var third = People.someone();
        assertThat(caller.add(visit, third)).hasStatus3xxRedirection();

        assertThat(caller.follow(caller.book(offer(visit, hour), hour.id().toString())))
                .bodyText()
                .contains(third.name());
    }

    @Test
    void servedAtDoorAndCounterLikeAnyVisit() {
        var one = People.someone();

        var application = new SomeOfficers(house, world).served(booked(caller, List.of(one)));

        assertThat(caller.get("/permohonan/" + application))
                .hasStatusOk()
                .bodyText()
                .contains("Selesai di loket");
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("Selesai di loket");
    }

    @Test
    void theOfficeIsReachedFromTheHomeAndWhereverOfficesAreChosen() {
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("href=\"/janji\"");
        assertThat(caller.get("/janji")).hasStatusOk().bodyText().contains("/janji/kantor/" + office);
        assertThat(caller.get("/jadwal/" + office)).hasStatusOk().bodyText().contains("/janji/kantor/" + office);
        assertThat(caller.get("/janji/kantor/" + office))
                .hasStatusOk()
                .bodyText()
                .contains("Sampai 5 orang", "sekali dalam 30 hari");

        assertThat(caller.get("/janji/kantor/kanim-jakarta-selatan"))
                .as("an office with a form")
                .hasRedirectedUrl("/jadwal/kanim-jakarta-selatan");
        assertThat(caller.get("/janji/kantor/kanim-tidak-ada")).hasStatus(404);
    }

    @Test
    void whatIsArrangedIsListedUntilItIsOver() {
        var visit = caller.begin(office, people(2));
        assertThat(caller.get("/janji")).bodyText().contains(visit, "Belum selesai dipesan");

        var hour = queues.hours(office).getFirst();
        caller.follow(caller.book(offer(visit, hour), hour.id().toString()));

        assertThat(caller.get("/janji")).bodyText().contains(visit).doesNotContain("Belum selesai dipesan");
        assertThat(caller.get("/beranda")).hasStatusOk().bodyText().contains("Terjadwal");
    }
}
