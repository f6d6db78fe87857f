package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;
import titian.web.Words;

/** Says entries so that people can read them. Officers are named; applicants are not, their numbers must do. */
@Component
class Readers {

    /** What can be looked for. */
    static final List<String> ACTS = List.of(
            "SIGNED_IN",
            "SIGNED_OUT",
            "PROOF_SET_UP",
            "PROOF_REFUSED",
            "RECOVERY_CODE_USED",
            "OFFICER_INVITED",
            "INVITATION_WITHDRAWN",
            "OFFICER_APPOINTED",
            "OFFICER_CHANGED",
            "OFFICER_LIMITED",
            "OFFICER_LEAVES",
            "OFFICER_STAYS",
            "OFFICER_ENDED",
            "PROOF_RESET",
            "PASSKEY_REMOVED",
            "PAPER_RENEWED",
            "ASKED",
            "LOOKED",
            "APPOINTMENT_MOVED",
            "PLAN_CHANGED",
            "DAY_CHANGED",
            "OUTAGE_CHANGED",
            "CAP_CHANGED",
            "ERASURE_ASKED",
            "ERASURE_WITHDRAWN",
            "PERSON_FORGOTTEN",
            "APPLICATION_FORGOTTEN",
            "KEPT_LONG_ENOUGH",
            "HOLD_ORDERED",
            "HOLD_LIFTED",
            "CONSENT_GIVEN",
            "CONSENT_WITHDRAWN",
            "NAME_CORRECTED",
            "CORRECTION_ASKED",
            "CORRECTION_WITHDRAWN",
            "CORRECTION_ANSWERED",
            "UNMASKED",
            "INCIDENT_OPENED",
            "INCIDENT_REPORTED",
            "INCIDENT_LETTERS",
            "CHECKED_IN",
            "FORM_FOUND",
            "PRIORITY_PLACE_GIVEN",
            "ASSISTED_PLACE_GIVEN",
            "PARTNER_PLACE_GIVEN",
            "PARTNER_ADDED",
            "PARTNER_ENDED",
            "LET_GO_FIRST",
            "NUMBER_CALLED",
            "NUMBER_CALLED_OUT_OF_TURN",
            "NUMBER_CALLED_AGAIN",
            "SERVICE_BEGUN",
            "SERVICE_DONE",
            "NUMBER_MISSED",
            "COUNTER_OPENED",
            "COUNTER_TAKEN_OVER",
            "COUNTER_CLOSED",
            "APPLICATION_MOVED",
            "FILE_MOVED",
            "FILE_TAKEN",
            "FILE_TAKEN_OVER",
            "FILE_GIVEN_BACK",
            "PAPER_FOUND_GOOD",
            "PAPER_FOUND_BAD",
            "FILE_ESCALATED",
            "MENDING_SOONER",
            "FOUND_THE_SAME_PERSON",
            "FOUND_ANOTHER_PERSON",
            "ORIGINAL_SEEN",
            "INTERVIEW_HELD",
            "EXAMINATION_MOVED",
            "PASSPORT_MOVED",
            "BILL_MOVED",
            "REQUIREMENT_CHANGED",
            "PACE_DECIDED",
            "NIK_SETTLED",
            "BILL_PAID_TWICE",
            "PAID_ANOTHER_AMOUNT",
            "COUNTER_FEE_TAKEN",
            "DOUBT_SETTLED",
            "NOTICE_SET_ASIDE",
            "EXPORTED",
            "LINE_SETTLED",
            "REFUND_MOVED",
            "CUSTOMER_FOUND",
            "RECOVERY_BEGUN",
            "IDENTITY_CLAIMED",
            "EXTERNAL_LINKED",
            "EXTERNAL_UNLINKED",
            "EMAIL_CHANGED",
            "EMAIL_CHANGE_STOPPED",
            "EMAIL_INVITATION_ACCEPTED",
            "PHONE_CHANGED",
            "PHONE_CHANGE_STOPPED",
            "PHONE_INVITATION_ACCEPTED");

    /** What things can be done to. */
    static final List<String> KINDS = List.of(
            "application",
            "bill",
            "notice",
            "counter",
            "account",
            "office",
            "region",
            "partner",
            "invitation",
            "requirement",
            "audit",
            "report",
            "file",
            "refund",
            "hold",
            "correction",
            "incident",
            "kind");

    /** An entry and the name of the officer who did it; empty for everybody else. */
    record Line(Entry entry, String officer) {

        String act(Words words) {
            return words.text("audit.act." + entry.act().what());
        }

        /** What it was done to: the address that was asked, or a kind of thing in words. */
        String kind(Words words) {
            var kind = entry.act().kind();
            return kind.startsWith("/") ? kind : words.text("audit.kind." + kind);
        }

        /** Why: for what somebody looked, what they wanted to see a person's number for, or the reason they gave. */
        String why(Words words) {
            var why = entry.act().why();
            if (why.isEmpty()) {
                return why;
            }
            return switch (entry.act().what()) {
                case "LOOKED" -> words.text("audit.errand." + why);
                case "UNMASKED" -> purpose(why, words);
                default -> why;
            };
        }

        /** A purpose, and what was noted beside it. */
        private static String purpose(String why, Words words) {
            var parts = why.split(": ", 2);
            var purpose = words.text("audit.purpose." + parts[0]);
            return parts.length == 1 ? purpose : purpose + ": " + parts[1];
        }

        /** The address of all that was done to the same. */
        String sameSubject() {
            return "/petugas/audit?nomor=" + URLEncoder.encode(entry.act().subject(), UTF_8);
        }

        /** The roles they held. */
        String roles(Words words) {
            return Stream.of(entry.role().split(" "))
                    .map(role -> words.text("audit.role." + role))
                    .collect(Collectors.joining(", "));
        }

        /** Who it was, in words. */
        String who(Words words) {
            if (!officer.isEmpty()) {
                return officer;
            }
            return words.text(entry.account() == null ? "audit.who.house" : "audit.who.applicant");
        }

        String moment(Words words) {
            return words.hour(entry.at(), SealDesk.JAKARTA);
        }

        String day(Words words) {
            return words.date(LocalDate.ofInstant(entry.at(), SealDesk.JAKARTA));
        }
    }

    /** An alarm and the name of the officer it is about; empty for everybody else. */
    record Notice(Alarm alarm, String officer) {

        String who(Words words) {
            return officer.isEmpty() ? words.text("audit.who.applicant") : officer;
        }
    }

    private final AccountDesk accounts;
    private final OfficeDesk offices;

    Readers(AccountDesk accounts, OfficeDesk offices) {
        this.accounts = accounts;
        this.offices = offices;
    }

    /** The names of all offices by their id, in the order of their names. */
    Map<String, String> offices() {
        return offices.all().stream()
                .sorted(Comparator.comparing(Office::name))
                .collect(Collectors.toMap(
                        office -> office.id().value(), Office::name, (one, _) -> one, LinkedHashMap::new));
    }

    List<Line> of(List<Entry> entries) {
        var names = new HashMap<AccountId, String>();
        return entries.stream()
                .map(entry -> new Line(entry, officer(entry, names)))
                .toList();
    }

    List<Notice> notices(List<Alarm> alarms) {
        return alarms.stream()
                .map(alarm -> new Notice(
                        alarm,
                        switch (alarm.kind()) {
                            case OUT_OF_TURN, LOOKED_WITHOUT_TASK, FILES_WITHOUT_TASK ->
                                accounts.contact(alarm.account())
                                        .map(Contact::name)
                                        .orElse("");
                            case CANCELLED_OFTEN, BOOKED_AGAIN, SHARED_PHONE, SHARED_DEVICE -> "";
                        }))
                .toList();
    }

    private String officer(Entry entry, Map<AccountId, String> names) {
        return entry.account() == null || entry.office().isEmpty()
                ? ""
                : names.computeIfAbsent(
                        entry.account(),
                        id -> accounts.contact(id).map(Contact::name).orElse(""));
    }

    static OfficeId office(SignedIn officer) {
        return Objects.requireNonNull(officer.office(), "an auditor has an office");
    }

    static String moment(Instant at, Words words) {
        return words.hour(at, SealDesk.JAKARTA) + " " + words.zone(SealDesk.JAKARTA) + ", "
                + words.date(LocalDate.ofInstant(at, SealDesk.JAKARTA));
    }
}
