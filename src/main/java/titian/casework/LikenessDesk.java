package titian.casework;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.PassportApplication;
import titian.queue.Officer;
import titian.shared.ApplicationId;

/**
 * Where officers judge whether two applications are by one person: of one name and day of birth, with two numbers. The
 * house only points at them; who is who is for people to say, and what they said is remembered.
 */
@Service
@Transactional
class LikenessDesk {

    private final CaseFiles files;
    private final Likenesses likenesses;
    private final Names names;
    private final FileMoves moves;
    private final Clock clock;

    LikenessDesk(CaseFiles files, Likenesses likenesses, Names names, FileMoves moves, Clock clock) {
        this.files = files;
        this.likenesses = likenesses;
        this.names = names;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Another application that may be by the same person.
     *
     * @param isSame what was judged; nothing if nobody has
     */
    record Like(
            CaseFile file,
            PassportApplication application,
            @Nullable Boolean isSame) {

        String standing() {
            return isSame == null ? "OPEN" : isSame ? "SAME" : "OTHER";
        }

        @Override
        public String toString() {
            return "like application " + application.id();
        }
    }

    /** Those that may be by the same person. Whoever asks has made sure that the officer may see this one. */
    @Transactional(readOnly = true)
    public List<Like> of(PassportApplication application) {
        var others = likenesses.like(application.id());
        var judged = likenesses.judged(application.id(), others);
        return others.stream()
                .flatMap(other -> like(other, judged.get(other)).stream())
                .filter(like -> !Objects.equals(like.application().nik(), application.nik()))
                .toList();
    }

    private Optional<Like> like(ApplicationId other, @Nullable Boolean isSame) {
        return files.find(other)
                .flatMap(file -> names.application(other).map(application -> new Like(file, application, isSame)));
    }

    /**
     * Remembers whether they are the same person.
     *
     * @throws CaseRefused.NoSuchFile if it is another office's
     * @throws CaseRefused.StepNotOpen if the other is not like it
     */
    public void judge(Officer officer, ApplicationId application, ApplicationId other, boolean isSame) {
        var file = files.find(application, officer.office()).orElseThrow(() -> new CaseRefused.NoSuchFile(application));
        if (!likenesses.like(application).contains(other)) {
            throw new CaseRefused.StepNotOpen(application, file.standing().name(), "be likened");
        }
        likenesses.judge(application, other, isSame, officer.account(), clock.instant());
        moves.tell(isSame ? "FOUND_THE_SAME_PERSON" : "FOUND_ANOTHER_PERSON", application);
    }
}
