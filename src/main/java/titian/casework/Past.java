package titian.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.application.PassportApplication;
import titian.form.NumberDesk;

/** What there is to know of a file besides its papers: what happened, how long it took, what is in doubt, and who else it may be. */
@Component
class Past {

    /** More than most applications go through. */
    static final int MOST_DEEDS = 100;

    private final Timeline timeline;
    private final Pauses pauses;
    private final LikenessDesk likenesses;
    private final NumberDesk numbers;
    private final Names names;

    Past(Timeline timeline, Pauses pauses, LikenessDesk likenesses, NumberDesk numbers, Names names) {
        this.timeline = timeline;
        this.pauses = pauses;
        this.likenesses = likenesses;
        this.numbers = numbers;
        this.names = names;
    }

    /** What somebody did, for officers. */
    record Deed(Timeline.Line line, String who) {}

    /**
     * All of it, of what was done the latest.
     *
     * @param isMore whether more was done than is shown
     * @param doubt what the civil registry has not confirmed of the number, if so
     */
    record Told(
            List<Deed> deeds,
            boolean isMore,
            ServiceClock clock,
            List<LikenessDesk.Like> likes,
            NumberDesk.@Nullable Doubt doubt) {

        @Override
        public String toString() {
            return "the past of a file";
        }
    }

    Told of(CaseFile file, PassportApplication application, Instant now) {
        var lines = timeline.of(file.application(), MOST_DEEDS + 1);
        var deeds = lines.stream()
                .limit(MOST_DEEDS)
                .map(line -> new Deed(line, names.officer(line.account())))
                .toList();
        return new Told(
                deeds,
                lines.size() > MOST_DEEDS,
                ServiceClock.of(file, pauses.of(file.application()), now),
                likenesses.of(application),
                numbers.doubt(file.application()).orElse(null));
    }
}
