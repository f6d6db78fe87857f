package titian;

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
import titian.outside.MovableClock;
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
        var accounts = house.getBean(AccountDesk.class);
        appoint(accounts, "tanjung-pinang", "Hasan Basri", ASSIGNING);
        appoint(accounts, "ketapang", "Yohana Lim", CHOOSING);
    }

    private static void appoint(AccountDesk accounts, String place, String name, OfficeId office) {
        var roles = Set.of(Role.DOOR_OFFICER, Role.COUNTER_OFFICER);
        accounts.appoint(place + "@titian.example", name, PASSWORD, office, roles);
    }

    private static void appoint(GenericApplicationContext house) {
        var desk = house.getBean(AccountDesk.class);
        desk.appoint("pintu@titian.example", "Rudi Hartono", PASSWORD, OFFICE, Set.of(Role.DOOR_OFFICER));
        desk.appoint("loket1@titian.example", "Dewi Anggraini", PASSWORD, OFFICE, Set.of(Role.COUNTER_OFFICER));
        desk.appoint("loket2@titian.example", "Bagus Pratama", PASSWORD, OFFICE, Set.of(Role.COUNTER_OFFICER));
        desk.appoint("admin@titian.example", "Ratna Kusuma", PASSWORD, OFFICE, Set.of(Role.ADMINISTRATOR));
        desk.appoint("auditor@titian.example", "Wayan Sudarsana", PASSWORD, OFFICE, Set.of(Role.AUDITOR));
        desk.appoint(
                "pelanggan@titian.example",
                "Nurhayati Siregar",
                PASSWORD,
                OFFICE,
                Set.of(Role.CUSTOMER_SERVICE_OFFICER));
        desk.appoint("bendahara@titian.example", "Agus Salim", PASSWORD, OFFICE, Set.of(Role.TREASURER));
        desk.appoint("pdp@titian.example", "Maria Goretti", PASSWORD, OFFICE, Set.of(Role.DATA_PROTECTION_OFFICER));
        desk.appoint("verifikator@titian.example", "Fajar Nugroho", PASSWORD, OFFICE, Set.of(Role.VERIFIER));
        desk.appoint("seksi@titian.example", "Indah Permata", PASSWORD, OFFICE, Set.of(Role.SECTION_HEAD));
        desk.appoint("kepala@titian.example", "Bambang Suryadi", PASSWORD, OFFICE, Set.of(Role.HEAD_OF_OFFICE));
        desk.appoint("kanwil@titian.example", "Siti Rahmawati", PASSWORD, REGION, Set.of(Role.REGIONAL_ADMINISTRATOR));
    }
}
