package titian.application;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.application.Stage.Booked;
import titian.booking.BookingDesk;
import titian.platform.ForgetsPeople;
import titian.platform.Hold;
import titian.platform.KeepsPersonalData;
import titian.platform.Kept;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What we know of an account's applications. */
@Repository
class OwnApplications implements KeepsPersonalData, ForgetsPeople {

    /** Longer than the days between two applications of one person anywhere. */
    private static final Period VISIT_COUNTS = Period.ofDays(31);

    private final Applications applications;
    private final BookingDesk booking;
    private final JdbcClient db;

    OwnApplications(Applications applications, BookingDesk booking, JdbcClient db) {
        this.applications = applications;
        this.booking = booking;
        this.db = db;
    }

    @Override
    public String subject() {
        return "applications";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> ids) {
        return applications.of(account).stream().map(this::told).toList();
    }

    @Override
    public List<Kept> kept() {
        return List.of(
                old("drafts", Period.ofYears(1), "stage = 'DRAFT' AND stage_at < :before"),
                old(
                        "ended-applications",
                        Period.ofYears(2),
                        "stage IN ('CANCELLED', 'EXPIRED', 'NO_SHOW') AND stage_at < :before"),
                old(
                        "applications",
                        Period.ofYears(10),
                        "stage NOT IN ('DRAFT', 'CANCELLED', 'EXPIRED', 'NO_SHOW') AND stage_at < :before"),
                Kept.withApplication("kept-places", Kept.Basis.PASSPORT_SERVICE, "application.kept_place"));
    }

    private static Kept old(String kind, Period time, String old) {
        return new Kept(
                kind,
                Kept.Going.APPLICATIONS,
                time,
                Kept.Basis.PASSPORT_SERVICE,
                List.of(new Kept.Rows("application.application", old)));
    }

    @Override
    public List<Hold> holds(AccountId account, List<ApplicationId> ids) {
        return ids.stream()
                .flatMap(id -> applications.find(id).stream())
                .flatMap(OwnApplications::hold)
                .toList();
    }

    /** What has led to a decision is the state's own record of a passport. */
    private static Stream<Hold> hold(PassportApplication application) {
        if (application.isLive()) {
            return Stream.of(new Hold(Hold.Reason.UNDER_WAY, application.id(), null));
        }
        return switch (application.stage()) {
            case Stage.Draft _, Stage.Cancelled _, Stage.Expired _ -> Stream.of();
            case Stage.NoShow _ -> Stream.of(recent(application));
            case Stage _ ->
                Stream.of(recent(application), new Hold(Hold.Reason.PASSPORT_RECORD, application.id(), null));
        };
    }

    /** Whoever could be forgotten the day after a visit could have one every day. */
    private static Hold recent(PassportApplication application) {
        return new Hold(
                Hold.Reason.RECENT_VISIT,
                application.id(),
                application.stage().at().plus(VISIT_COUNTS));
    }

    @Override
    public void forget(List<ApplicationId> ids) {
        db.sql("DELETE FROM application.application WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(ApplicationId::value).toArray(UUID[]::new))
                .update();
    }

    private Map<String, Object> told(PassportApplication application) {
        var told = new LinkedHashMap<String, Object>();
        told.put("application", application.id().toString());
        told.put("reference", application.reference().value());
        told.put("applicant", application.applicant());
        if (application.nik() != null) {
            told.put("nik", application.nik().value());
        }
        told.put("service", application.service().name());
        told.put("speed", application.speed().name());
        told.put("started_at", application.startedAt().toString());
        told.put("stage", application.stage().name());
        told.put("stage_at", application.stage().at().toString());
        if (application.stage() instanceof Booked booked) {
            booking.find(booked.appointment()).ifPresent(visit -> {
                told.put("office", visit.office().value());
                told.put("visit_at", visit.startsAt().toString());
                told.put("booking_code", visit.code().value());
            });
        }
        return told;
    }
}
