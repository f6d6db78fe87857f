package titian.visit;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryAnswer.Field;
import titian.requirement.RequestedService;
import titian.seal.HoldsSealed;
import titian.seal.Seals;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.PartyId;

/** The tables of visits and of those who come. */
@Repository
class Visits implements HoldsSealed {

    private static final int MOST_GUESTS = 5;
    private static final int MOST_SHOWN = 20;

    private static final String NAME = "visit.name";
    private static final String NIK = "visit.nik";
    private static final String BIRTH_DATE = "visit.birth_date";

    private final JdbcClient db;
    private final Seals seals;

    Visits(JdbcClient db, Seals seals) {
        this.db = db;
        this.seals = seals;
    }

    /** The account's visit to this office that is not booked yet, begun now if there is none. */
    VisitId begin(AccountId account, OfficeId office, Locale language, Instant now) {
        db.sql("""
                        INSERT INTO visit.visit (id, account, office, language, begun_at)
                        VALUES (:id, :account, :office, :language, :now)
                            ON CONFLICT (account, office) WHERE NOT booked DO NOTHING
                        """)
                .param("id", VisitId.next().value())
                .param("account", account.value())
                .param("office", office.value())
                .param("language", language.getLanguage())
                .param("now", now.atOffset(UTC))
                .update();
        return db.sql("SELECT id FROM visit.visit WHERE account = :account AND office = :office AND NOT booked")
                .param("account", account.value())
                .param("office", office.value())
                .query(UUID.class)
                .optional()
                .map(VisitId::new)
                .orElseThrow();
    }

    Optional<Visit> find(VisitId id, AccountId account) {
        return db.sql("SELECT * FROM visit.visit WHERE id = :id AND account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query((row, _) -> visit(row, guests(id)))
                .optional();
    }

    List<Visit> of(AccountId account) {
        return db.sql("SELECT * FROM visit.visit WHERE account = :account ORDER BY begun_at DESC LIMIT :limit")
                .param("account", account.value())
                .param("limit", MOST_SHOWN)
                .query((row, _) -> visit(row, guests(new VisitId(row.getObject("id", UUID.class)))))
                .list();
    }

    /** Keeps everybody else from changing it until the transaction ends. */
    Optional<Visit> lock(VisitId id, AccountId account) {
        return db.sql("SELECT * FROM visit.visit WHERE id = :id AND account = :account FOR UPDATE")
                .param("id", id.value())
                .param("account", account.value())
                .query((row, _) -> visit(row, guests(id)))
                .optional();
    }

    private List<Guest> guests(VisitId visit) {
        return db.sql("SELECT * FROM visit.guest WHERE visit = :visit ORDER BY number LIMIT :limit")
                .param("visit", visit.value())
                .param("limit", MOST_GUESTS)
                .query((row, _) -> guest(row))
                .list();
    }

    void add(VisitId visit, Guest guest) {
        db.sql("""
                        INSERT INTO visit.guest (visit, number, application, service, name, nik, nik_mark, birth_date,
                               said, differing, said_at)
                        VALUES (:visit, :number, :application, :service, :name, :nik, :nikMark, :birthDate,
                               :said, :differing, :saidAt)
                        """)
                .param("visit", visit.value())
                .param("number", guest.number())
                .param("application", guest.application().value())
                .param("service", guest.service().name())
                .param("name", seals.seal(guest.name(), NAME))
                .param("nik", seals.seal(guest.nik().value(), NIK))
                .param("nikMark", seals.mark("nik", guest.nik().value()))
                .param("birthDate", seals.seal(guest.birthDate().toString(), BIRTH_DATE))
                .param("said", said(guest.said()))
                .param("differing", differing(guest.said()))
                .param("saidAt", guest.saidAt().atOffset(UTC))
                .update();
    }

    void remove(VisitId visit, int number) {
        db.sql("DELETE FROM visit.guest WHERE visit = :visit AND number = :number")
                .param("visit", visit.value())
                .param("number", number)
                .update();
    }

    /** Notes who has places, for now or for good. */
    void note(VisitId visit, PartyId party, boolean booked) {
        db.sql("UPDATE visit.visit SET party = :party, booked = :booked WHERE id = :id AND NOT booked")
                .param("party", party.value())
                .param("booked", booked)
                .param("id", visit.value())
                .update();
    }

    /** Another time will be asked for. */
    void again(VisitId visit) {
        db.sql("UPDATE visit.visit SET party = NULL, attempt = attempt + 1 WHERE id = :id AND NOT booked")
                .param("id", visit.value())
                .update();
    }

    int forgetBefore(Instant moment, int limit) {
        return db.sql("""
                        DELETE FROM visit.visit
                         WHERE id IN (SELECT id FROM visit.visit WHERE begun_at < :moment LIMIT :limit)
                        """)
                .param("moment", moment.atOffset(UTC))
                .param("limit", limit)
                .update();
    }

    @Override
    public String table() {
        return "visit.guest";
    }

    @Override
    public List<UUID> sealAnew(UUID after, int most) {
        var visits = db.sql("SELECT id FROM visit.visit WHERE id > :after ORDER BY id LIMIT :most")
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        visits.forEach(visit -> guests(new VisitId(visit)).forEach(guest -> sealAnew(visit, guest)));
        return visits;
    }

    private void sealAnew(UUID visit, Guest guest) {
        db.sql("""
                        UPDATE visit.guest
                           SET name = :name, nik = :nik, nik_mark = :nikMark, birth_date = :birthDate
                         WHERE visit = :visit AND number = :number
                        """)
                .param("visit", visit)
                .param("number", guest.number())
                .param("name", seals.seal(guest.name(), NAME))
                .param("nik", seals.seal(guest.nik().value(), NIK))
                .param("nikMark", seals.mark("nik", guest.nik().value()))
                .param("birthDate", seals.seal(guest.birthDate().toString(), BIRTH_DATE))
                .update();
    }

    private static Visit visit(ResultSet row, List<Guest> guests) throws SQLException {
        @Nullable UUID party = row.getObject("party", UUID.class);
        return new Visit(
                new VisitId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account", UUID.class)),
                new OfficeId(row.getString("office")),
                Locale.of(row.getString("language")),
                row.getInt("attempt"),
                party == null ? null : new PartyId(party),
                row.getBoolean("booked"),
                guests);
    }

    private Guest guest(ResultSet row) throws SQLException {
        return new Guest(
                row.getInt("number"),
                new ApplicationId(row.getObject("application", UUID.class)),
                RequestedService.valueOf(row.getString("service")),
                seals.open(row.getString("name"), NAME),
                new Nik(seals.open(row.getString("nik"), NIK)),
                LocalDate.parse(seals.open(row.getString("birth_date"), BIRTH_DATE)),
                said(row.getString("said"), row.getString("differing")),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    private static String said(RegistryAnswer answer) {
        return switch (answer) {
            case RegistryAnswer.Matches _ -> "MATCHES";
            case RegistryAnswer.Differs _ -> "DIFFERS";
            case RegistryAnswer.Unknown _ -> "UNKNOWN";
            case RegistryAnswer.Unreachable _ -> "UNREACHABLE";
            case RegistryAnswer.Unusable _ -> throw new IllegalArgumentException("such a number is not taken");
        };
    }

    private static String differing(RegistryAnswer answer) {
        return answer instanceof RegistryAnswer.Differs(var fields)
                ? fields.stream().map(Field::name).sorted().collect(Collectors.joining(" "))
                : "";
    }

    private static RegistryAnswer said(String said, String differing) {
        return switch (said) {
            case "MATCHES" -> new RegistryAnswer.Matches();
            case "DIFFERS" ->
                new RegistryAnswer.Differs(Arrays.stream(differing.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(Field::valueOf)
                        .collect(Collectors.toSet()));
            case "UNKNOWN" -> new RegistryAnswer.Unknown();
            case "UNREACHABLE" -> new RegistryAnswer.Unreachable();
            default -> throw new IllegalStateException("the registry never said " + said);
        };
    }
}
