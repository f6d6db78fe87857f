package titian.home;

import java.util.List;
import java.util.stream.IntStream;
import titian.application.PassportApplication;
import titian.application.Stage;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;

/**
 * A point on the way of an application that has gone in, as its applicant sees it.
 *
 * @param text the key of its words
 */
record Milestone(String text, boolean isDone, boolean isNow) {

    private static final List<String> WITH_FORM = List.of("sent", "paid", "arrived", "served", "finished");
    private static final List<String> AT_COUNTER = List.of("asked", "booked", "arrived", "served", "finished");

    static List<Milestone> of(PassportApplication application) {
        var stage = application.stage();
        var passed = passed(stage);
        var ended = stage instanceof NoShow || stage instanceof Cancelled || stage instanceof Refused;
        var way = switch (application.intake()) {
            case FORM -> WITH_FORM;
            case COUNTER -> AT_COUNTER;
        };
        return IntStream.range(0, way.size())
                .mapToObj(i -> new Milestone("home.milestone." + way.get(i), i < passed, i == passed && !ended))
                .toList();
    }

    /** How many points lie behind; of a missed visit the rest will not come. */
    private static int passed(Stage stage) {
        return switch (stage) {
            case Draft _, Expired _ -> 0;
            case Submitted _ -> 1;
            case Scheduled _, NoShow _, Cancelled _, Refused _ -> 2;
            case CheckedIn _ -> 3;
            case InService _ -> 4;
            case Interviewed _, Suspended _ -> WITH_FORM.size();
        };
    }
}
