package titian.booking;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.test.context.TestContextManager;
import titian.TitianTest;

/**
 * Whatever people do, and in whatever order, booking answers what the rules say and the tables hold what the rules say:
 * the model tells both.
 */
@TitianTest
class BookingRulesTest {

    private static final TestContextManager HOUSE = new TestContextManager(BookingRulesTest.class);

    @BeforeContainer
    static void enter() throws Exception {
        HOUSE.beforeTestClass();
    }

    @AfterContainer
    static void leave() throws Exception {
        HOUSE.afterTestClass();
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE)
    void bookingAndTheTablesDoWhatTheRulesSay(@ForAll("lives") List<Step> steps) {
        try (var life = new Life(HOUSE.getTestContext().getApplicationContext())) {
            life.looksAsItShould("at first");
            for (int i = 0; i < steps.size(); i++) {
                var step = "step %s, %s".formatted(i + 1, steps.get(i));
                life.take(steps.get(i), step);
                life.looksAsItShould(step);
            }
        }
    }

    /** Requests that are decided together come out as if each had come alone, in the order in which they came. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void manyTogetherAreDecidedAsOneByOne(@ForAll("crowds") List<Step> steps) {
        bookingAndTheTablesDoWhatTheRulesSay(steps);
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Happenings.lives();
    }

    @Provide
    Arbitrary<List<Step>> crowds() {
        return Happenings.crowds();
    }
}
