package titian;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import titian.account.AccountDesk;
import titian.office.OfficeDesk;
import titian.office.Preset;
import titian.office.RegionalOffice;
import titian.office.ReleaseRule;
import titian.officer.ProofDesk;
import titian.outside.MovableClock;
import titian.partner.Partner;
import titian.partner.PartnerDesk;
import titian.shared.OfficeId;
import titian.shared.Role;

/** Titian as {@code bin/run} starts it: on the outside world's clock, with the demo staff of one office. */
public final class DevelopmentTitian {

    private static final OfficeId OFFICE = new OfficeId("kanim-jakarta-selatan");
    private static final OfficeId RELEASING = new OfficeId("kanim-bogor");
    private static final OfficeId ASSIGNING = new OfficeId("kanim-tanjung-pinang");
    private static final OfficeId CHOOSING = new OfficeId("kanim-ketapang");
    private static final OfficeId REGION = RegionalOffice.idOf("31");
    private static final String PASSWORD = "titian-contoh";

    private DevelopmentTitian() {}

    public static void main(String... arguments) {
        var outside = Path.of(System.getenv().getOrDefault("OUTSIDE_DATA", "data/outside"));
        new SpringApplicationBuilder(Titian.class)
                .initializers(context -> {
                    var house = (GenericApplicationContext) context;
                    house.registerBean(
                            "movableClock", Clock.class, () -> clock(outside), bean -> bean.setPrimary(true));
                    house.registerBean("demoRelease", ApplicationRunner.class, () -> _ -> release(house));
                    house.registerBean("demoQueues", ApplicationRunner.class, () -> _ -> openQueues(house));
                    house.registerBean("demoStaff", ApplicationRunner.class, () -> _ -> appoint(house));
                })
                .run(arguments);
    }

    static Clock clock(Path outside) {
        return new MovableClock(outside.resolve("clock"));
    }

    /** An office that lets its places go at an announced moment, so few people a minute that one sees the line move. */
    private static void release(GenericApplicationContext house) {
        var desk = house.getBean(OfficeDesk.class);
        var today =
                LocalDate.ofInstant(house.getBean("movableClock", Clock.class).instant(), ZoneId.of("Asia/Jakarta"));
        var rule = new ReleaseRule(LocalDate.of(2026, 11, 27), LocalTime.of(14, 0), 2, 10, Duration.ofMinutes(30), 4);
        desk.decide(RELEASING, today, desk.policy(RELEASING, today).releasing(rule));
    }

    /** One office by the rules of Antrean Paspor and one by those of APAPO, each with somebody at the door and a counter. */
    private static void openQueues(GenericApplicationContext house) {
        var desk = house.getBean(OfficeDesk.class);
        var today =
                LocalDate.ofInstant(house.getBean("movableClock", Clock.class).instant(), ZoneId.of("Asia/Jakarta"));
        desk.decide(ASSIGNING, today, desk.standard(Preset.ANTREAN_PASPOR, today));
        desk.decide(CHOOSING, today, desk.standard(Preset.APAPO, today));
        appoint(house, "tanjung-pinang", "Hasan Basri", ASSIGNING, Role.DOOR_OFFICER, Role.COUNTER_OFFICER);
        appoint(house, "ketapang", "Yohana Lim", CHOOSING, Role.DOOR_OFFICER, Role.COUNTER_OFFICER);
    }

    private static void appoint(GenericApplicationContext house) {
        appoint(house, "pintu", "Rudi Hartono", OFFICE, Role.DOOR_OFFICER);
        appoint(house, "loket1", "Dewi Anggraini", OFFICE, Role.COUNTER_OFFICER);
        appoint(house, "loket2", "Bagus Pratama", OFFICE, Role.COUNTER_OFFICER);
        appoint(house, "admin", "Ratna Kusuma", OFFICE, Role.ADMINISTRATOR);
        appoint(house, "auditor", "Wayan Sudarsana", OFFICE, Role.AUDITOR);
        appoint(house, "pelanggan", "Nurhayati Siregar", OFFICE, Role.CUSTOMER_SERVICE_OFFICER);
        appoint(house, "bendahara", "Agus Salim", OFFICE, Role.TREASURER);
        appoint(house, "pdp", "Maria Goretti", OFFICE, Role.DATA_PROTECTION_OFFICER);
        appoint(house, "verifikator", "Fajar Nugroho", OFFICE, Role.VERIFIER);
        appoint(house, "seksi", "Indah Permata", OFFICE, Role.SECTION_HEAD);
        appoint(house, "kepala", "Bambang Suryadi", OFFICE, Role.HEAD_OF_OFFICE);
        appoint(house, "pusat", "Made Wirawan", new OfficeId("pusat"), Role.CENTRAL_ADMINISTRATOR);
        appoint(house, "kanwil", "Siti Rahmawati", REGION, Role.REGIONAL_ADMINISTRATOR);
        appoint(house, "mitra", "Lestari Wibowo", partner(house), Role.PARTNER_OFFICER);
    }

    /** The one institution that has places at the office for whom it sends. */
    private static OfficeId partner(GenericApplicationContext house) {
        var desk = house.getBean(PartnerDesk.class);
        return desk.of(OFFICE).stream()
                .filter(Partner::isLive)
                .findFirst()
                .or(() -> desk.add(OFFICE, "RS Contoh Sehat"))
                .orElseThrow()
                .id();
    }

    /** Makes somebody an officer whose authenticator app is on the phone of the outside world. */
    private static void appoint(
            GenericApplicationContext house, String post, String name, OfficeId office, Role... roles) {
        var email = post + "@titian.example";
        var officer = house.getBean(AccountDesk.class).appoint(email, name, PASSWORD, office, Set.of(roles));
        var proofs = house.getBean(ProofDesk.class);
        if (!proofs.isSetUp(officer)) {
            var phone = new OfficersPhone(URI.create(System.getenv("OUTSIDE")));
            phone.add(email, proofs.setUp(officer).secret());
            proofs.confirm(officer, phone.code(email));
        }
    }
}
