package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.application.PassportApplication;
import titian.casework.Verdicts.Typed;
import titian.document.SheetDesk;
import titian.document.Upload;
import titian.form.AnswerList;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.reading.Difference;
import titian.requirement.Need;
import titian.shared.AccountId;
import titian.shelf.StoreUnavailable;
import titian.web.Words;

/** Gathers what the page of a file shows: the papers beside what was typed, and what an officer may do now. */
@Component
class FilePages {

    private final Folder folder;
    private final SheetDesk sheets;
    private final Statement statement;
    private final Names names;
    private final Past past;
    private final OfficeDesk offices;
    private final Paces paces;
    private final Clock clock;

    FilePages(
            Folder folder,
            SheetDesk sheets,
            Statement statement,
            Names names,
            Past past,
            OfficeDesk offices,
            Paces paces,
            Clock clock) {
        this.folder = folder;
        this.sheets = sheets;
        this.statement = statement;
        this.names = names;
        this.past = past;
        this.offices = offices;
        this.paces = paces;
        this.clock = clock;
    }

    /**
     * A file as an officer sees it.
     *
     * @param need      what the paper that is shown was asked for
     * @param differing what a program read on it otherwise than it was typed
     */
    record Shown(
            CaseFile file,
            PassportApplication application,
            Office office,
            Pace pace,
            Instant now,
            AccountId reader,
            String colleague,
            List<Paper> papers,
            @Nullable Paper paper,
            @Nullable Look look,
            @Nullable Need need,
            @Nullable Set<Difference> differing,
            Typed typed,
            List<AnswerList.Group> answers,
            Past.Told past) {

        boolean isMine() {
            return file.isWith(reader, now);
        }

        /** Whether this officer may say something of its papers: it is in their hand, and there is something to check. */
        boolean isToJudge() {
            return isMine() && file.isOpen(FileStep.JUDGE);
        }

        boolean areAllJudged() {
            return !papers.isEmpty() && papers.stream().allMatch(Paper::isJudged);
        }

        /** Whether it can be found ready: the same is asked when it is. */
        boolean isToApprove() {
            return isToJudge() && areAllJudged() && papers.stream().noneMatch(Paper::isBad);
        }

        /** Whether something can go back: the same is asked when it does. */
        boolean isToSendBack() {
            return isToJudge() && areAllJudged() && papers.stream().anyMatch(Paper::isBad);
        }

        /** The grounds, for whoever decides about them. */
        @Nullable
        Grounds grounds() {
            return file.standing().refusal().orElse(null);
        }

        List<Paper> bad() {
            return papers.stream().filter(Paper::isBad).toList();
        }

        /** By when papers are usually to be mended. */
        LocalDate usualDay() {
            return pace.mendBy(office.day(now), lastDay());
        }

        LocalDate lastDay() {
            return office.day(file.visitAt());
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    Shown of(CaseFile file, Officer officer, LookedAt asked, Locale language) {
        var application = names.application(file.application()).orElseThrow();
        var now = clock.instant();
        var papers = folder.of(file.application());
        var paper = paper(papers, asked.kind());
        return new Shown(
                file,
                application,
                offices.find(file.office()).orElseThrow(),
                paces.of(file.office(), now),
                now,
                officer.account(),
                names.officer(file.colleague(officer.account(), now)),
                papers,
                paper,
                paper == null ? null : look(file, paper, asked),
                paper == null
                        ? null
                        : statement.need(file.application(), paper.kind()).orElse(null),
                paper == null
                        ? null
                        : statement.differing(application, paper.kind()).orElse(null),
                asked.typed(),
                statement.answers(application, Words.in(language)),
                past.of(file, application, now));
    }

    /** What the address asks to see, and what was typed there. */
    record LookedAt(String kind, int sheet, int turn, int zoom, Typed typed) {}

    /** The paper that was asked for; else the first that nobody has looked at; else the first. */
    static @Nullable Paper paper(List<Paper> papers, String kind) {
        return papers.stream()
                .filter(paper -> paper.kind().name().equals(kind))
                .findFirst()
                .or(() -> papers.stream().filter(paper -> !paper.isJudged()).findFirst())
                .or(() -> papers.stream().findFirst())
                .orElse(null);
    }

    private Look look(CaseFile file, Paper paper, LookedAt asked) {
        var upload = paper.upload();
        return new Look(
                file.application(),
                paper.kind(),
                upload == null ? null : upload.id(),
                asked.sheet(),
                upload == null ? 0 : count(upload),
                asked.turn(),
                asked.zoom());
    }

    /** A file that cannot be opened just now has no sheets to show; the page says so. */
    private int count(Upload upload) {
        try {
            return sheets.count(upload);
        } catch (StoreUnavailable _) {
            return 0;
        }
    }

    /** The end of that day at the office; on the day of the visit, its hour. */
    static Instant endOf(LocalDate day, Office office, Instant visitAt) {
        var end = day.atTime(LocalTime.of(23, 59)).atZone(office.zone()).toInstant();
        return office.day(visitAt).equals(day) && visitAt.isBefore(end) ? visitAt : end;
    }
}
