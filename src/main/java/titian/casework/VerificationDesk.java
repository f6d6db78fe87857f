package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.document.DocumentKind;
import titian.queue.Officer;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.UploadId;

/**
 * Where officers check papers before the visit. A file is lent to one officer at a time, for as long as they work on it;
 * every step asks whether it still is, and lends it anew if nobody else took it meanwhile.
 */
@Service
@Transactional
class VerificationDesk {

    private final CaseFiles files;
    private final Worklist worklist;
    private final Folder folder;
    private final Verdicts verdicts;
    private final FileMoves moves;
    private final Paces paces;
    private final Deadlines deadlines;
    private final Clock clock;

    VerificationDesk(
            CaseFiles files,
            Worklist worklist,
            Folder folder,
            Verdicts verdicts,
            FileMoves moves,
            Paces paces,
            Deadlines deadlines,
            Clock clock) {
        this.files = files;
        this.worklist = worklist;
        this.folder = folder;
        this.verdicts = verdicts;
        this.moves = moves;
        this.paces = paces;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What an officer says of a paper: the very file that was looked at, and why it is not good if it is not. */
    record Judgement(
            DocumentKind kind,
            @Nullable UploadId upload,
            @Nullable Reason reason,
            String note) {

        static Judgement good(DocumentKind kind, UploadId upload) {
            return new Judgement(kind, upload, null, "");
        }

        @Override
        public String toString() {
            return kind + " " + (reason == null ? "good" : reason);
        }
    }

    /** The office's file of this application; another office's is none. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> find(ApplicationId application, Officer officer) {
        return files.find(application, officer.office());
    }

    /** Lends the officer what they have in hand, else what is due first and in nobody's hand; nothing if there is nothing. */
    public Optional<ApplicationId> takeNext(Officer officer) {
        var now = clock.instant();
        worklist.seen(officer.account(), officer.office(), now);
        var taken = worklist.takeNext(officer.office(), officer.account(), now, lentUntil(officer, now));
        taken.ifPresent(application -> moves.tell("FILE_TAKEN", application));
        return taken;
    }

    /**
     * Lends the officer this file; theirs already, for longer.
     *
     * @throws CaseRefused.HeldByColleague if a colleague has it
     * @throws CaseRefused.StepNotOpen if there is nothing to check
     */
    public void take(Officer officer, ApplicationId application) {
        var file = here(officer, application);
        var mine = file.isWith(officer.account(), clock.instant());
        hold(officer, file);
        if (!mine) {
            moves.tell("FILE_TAKEN", application);
        }
    }

    /**
     * Takes the file over from a colleague who has it in hand.
     *
     * @throws CaseRefused.HeldByColleague if by now somebody else has it
     */
    public void takeOver(Officer officer, ApplicationId application, AccountId from) {
        var file = here(officer, application);
        var now = clock.instant();
        worklist.seen(officer.account(), officer.office(), now);
        if (files.takeOver(application, officer.account(), from, lentUntil(officer, now))) {
            moves.tell("FILE_TAKEN_OVER", application);
        } else {
            hold(officer, file);
        }
    }

    /** Gives the file back; one the officer does not have stays where it is. */
    public void release(Officer officer, ApplicationId application) {
        here(officer, application);
        if (files.release(application, officer.account())) {
            moves.tell("FILE_GIVEN_BACK", application);
        }
    }

    /**
     * Keeps what the officer typed about a paper, whoever has the file by now, and keeps it lent if nobody took it.
     *
     * @return the colleague who took it meanwhile, if one did
     */
    public Optional<AccountId> keep(
            Officer officer, ApplicationId application, DocumentKind kind, Verdicts.Typed typed) {
        var file = here(officer, application);
        var now = clock.instant();
        verdicts.keep(application, officer.account(), kind, typed, now);
        worklist.seen(officer.account(), officer.office(), now);
        files.claim(application, officer.account(), now, lentUntil(officer, now));
        return Optional.ofNullable(file.colleague(officer.account(), now));
    }

    @Transactional(readOnly = true)
    public Verdicts.Typed typed(Officer officer, ApplicationId application, DocumentKind kind) {
        return verdicts.typed(application, officer.account(), kind).orElse(Verdicts.Typed.NOTHING);
    }

    /**
     * Writes down what the officer found of a paper. Saying the same twice is saying it once.
     *
     * @throws CaseRefused.PaperChanged if it is not the file that was looked at
     * @throws CaseRefused.NoReason if it is not good and nothing says why
     */
    public void judge(Officer officer, ApplicationId application, Judgement said) {
        var file = here(officer, application);
        file.mustBeOpen(FileStep.JUDGE);
        hold(officer, file);
        mustSayWhy(said);
        var paper = folder.of(application).stream()
                .filter(one -> one.kind().equals(said.kind()))
                .findFirst();
        var there = paper.map(Paper::upload).map(upload -> upload.id()).orElse(null);
        if (!Objects.equals(there, said.upload())) {
            throw new CaseRefused.PaperChanged(application, said.kind());
        }
        var note = said.note().isBlank() ? null : said.note().strip();
        var verdict = new Verdict(
                said.kind(),
                said.upload(),
                said.reason(),
                said.reason() == null ? null : note,
                officer.account(),
                clock.instant());
        verdicts.put(application, verdict);
        verdicts.said(application, officer.account(), said.kind());
        moves.tell(verdict.isGood() ? "PAPER_FOUND_GOOD" : "PAPER_FOUND_BAD", application);
    }

    private static void mustSayWhy(Judgement said) {
        var nothingIsGood = said.upload() == null && said.reason() == null;
        if (nothingIsGood || (said.reason() == Reason.OTHER && said.note().isBlank())) {
            throw new CaseRefused.NoReason(said.kind());
        }
    }

    /**
     * All papers are good. Saying so twice is saying it once.
     *
     * @throws CaseRefused.NotAllJudged if one has not been looked at
     * @throws CaseRefused.VerdictsSayOtherwise if one is not good
     */
    public void approve(Officer officer, ApplicationId application) {
        var file = here(officer, application);
        if (file.standing() instanceof Standing.Ready) {
            return;
        }
        file.mustBeOpen(FileStep.APPROVE);
        hold(officer, file);
        if (judged(application).stream().anyMatch(Paper::isBad)) {
            throw new CaseRefused.VerdictsSayOtherwise(application);
        }
        moves.move(file, file.approve(officer.account(), clock.instant()));
    }

    /**
     * Sends exactly the papers found bad back to the applicant. Doing so twice is doing it once.
     *
     * @param repairBy by when they are to be replaced
     */
    public void sendBack(Officer officer, ApplicationId application, Instant repairBy) {
        var file = here(officer, application);
        if (file.standing() instanceof Standing.Returned) {
            return;
        }
        file.mustBeOpen(FileStep.SEND_BACK);
        hold(officer, file);
        if (judged(application).stream().noneMatch(Paper::isBad)) {
            throw new CaseRefused.VerdictsSayOtherwise(application);
        }
        var now = clock.instant();
        if (!repairBy.isAfter(now) || repairBy.isAfter(file.visitAt())) {
            throw new CaseRefused.DayOutOfReach(application);
        }
        moves.move(file, file.sendBack(officer.account(), repairBy, now));
    }

    private List<Paper> judged(ApplicationId application) {
        var papers = folder.of(application);
        if (papers.isEmpty() || !papers.stream().allMatch(Paper::isJudged)) {
            throw new CaseRefused.NotAllJudged(application);
        }
        return papers;
    }

    /** What was found ready is looked at again. Once looked at again it is. */
    public void reopen(Officer officer, ApplicationId application) {
        var file = here(officer, application);
        if (!(file.standing() instanceof Standing.Waiting)) {
            var now = clock.instant();
            moves.move(file, file.reopen(deadlines.anew(file, now), now));
        }
        take(officer, application);
    }

    /** The check waits for somebody outside the office; said twice it is said once. */
    public void pause(Officer officer, ApplicationId application, Pauses.Why why) {
        var file = here(officer, application);
        if (file.standing() instanceof Standing.Paused) {
            return;
        }
        file.mustBeOpen(FileStep.PAUSE);
        hold(officer, file);
        moves.move(file, file.pause(officer.account(), why, clock.instant()));
    }

    /** It waits no more, and is this officer's. */
    public void resume(Officer officer, ApplicationId application) {
        var file = here(officer, application);
        if (!(file.standing() instanceof Standing.Waiting)) {
            moves.move(file, file.resume(clock.instant()));
        }
        take(officer, application);
    }

    private CaseFile here(Officer officer, ApplicationId application) {
        return files.lock(application)
                .filter(file -> file.office().equals(officer.office()))
                .orElseThrow(() -> new CaseRefused.NoSuchFile(application));
    }

    /** Until when what is lent now stays lent without its officer doing anything. */
    private Instant lentUntil(Officer officer, Instant now) {
        return now.plus(paces.of(officer.office(), now).lease());
    }

    /** The file is the officer's from now on for a while, unless a colleague has it. */
    private void hold(Officer officer, CaseFile file) {
        file.mustBeOpen(FileStep.JUDGE);
        var now = clock.instant();
        worklist.seen(officer.account(), officer.office(), now);
        if (!files.claim(file.application(), officer.account(), now, lentUntil(officer, now))) {
            throw new CaseRefused.HeldByColleague(
                    file.application(), Objects.requireNonNull(file.colleague(officer.account(), now)));
        }
    }
}
