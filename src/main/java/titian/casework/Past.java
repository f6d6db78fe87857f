package titian.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.PassportApplication;

/** What there is to know of a file besides its papers: what happened, how long it took, and who else it may be. */
@Component
class Past {

    private final Timeline timeline;
    private final Pauses pauses;
    private final LikenessDesk likenesses;
    private final Names names;

    Past(Timeline timeline, Pauses pauses, LikenessDesk likenesses, Names names) {
        this.timeline = timeline;
        this.pauses = pauses;
        this.likenesses = likenesses;
        this.names = names;
    }

    /** What somebody did, for officers. */
    record Deed(Timeline.Line line, String who) {}

    /** All of it. */
    record Told(List<Deed> deeds, ServiceClock clock, List<LikenessDesk.Like> likes) {

        @Override
        public String toString() {
            return "the past of a file";
        }
    }

    Told of(CaseFile file, PassportApplication application, Instant now) {
        var deeds = timeline.of(file.application()).stream()
                .map(line -> new Deed(line, names.officer(line.account())))
                .toList();
        return new Told(deeds, ServiceClock.of(file, pauses.of(file.application()), now), likenesses.of(application));
    }
}
