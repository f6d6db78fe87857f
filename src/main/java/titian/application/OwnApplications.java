package titian.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.application.Stage.Booked;
import titian.booking.BookingDesk;
import titian.platform.KeepsPersonalData;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** What we know of an account's applications. */
@Component
class OwnApplications implements KeepsPersonalData {

    private final Applications applications;
    private final BookingDesk booking;

    OwnApplications(Applications applications, BookingDesk booking) {
        this.applications = applications;
        this.booking = booking;
    }

    @Override
    public String subject() {
        return "applications";
    }

    @Override
    public List<Map<String, Object>> about(AccountId account, List<ApplicationId> ids) {
        return applications.of(account).stream().map(this::told).toList();
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
