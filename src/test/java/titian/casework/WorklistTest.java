package titian.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.casework.Sieve.After;
import titian.casework.Sieve.Which;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** However long the list, a page of each of its parts is read off an index, and ends after so many lines. */
@TitianTest
class WorklistTest extends AtAnOffice {

    @Autowired
    Worklist worklist;

    @Autowired
    DataSource database;

    /** Every page goes on where the last one ended, and together they are the whole list. */
    @Test
    void theListIsReadPageByPageAndNothingIsMissedOrSeenTwice() {
        var opened = IntStream.range(0, 45).mapToObj(this::bare).toList();
        var seen = new ArrayList<ApplicationId>();
        Sieve.After after = null;
        do {
            var rows =
                    worklist.page(some.office(), ani.account(), new Sieve(Which.ALL, "", after), clock.instant(), 20);
            seen.addAll(rows.stream().map(Worklist.Row::application).toList());
            after = rows.size() < 20 ? null : rows.getLast().place();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().containsAll(opened);
        assertThat(worklist.count(some.office())).isEqualTo(seen.size());
        assertThat(worklist.page(
                        some.office(), ani.account(), new Sieve(Which.ALL, "NEW_CHILD", null), clock.instant(), 50))
                .hasSize(9);
        assertThat(worklist.page(some.office(), ani.account(), new Sieve(Which.LATE, "", null), clock.instant(), 50))
                .isEmpty();
    }

    private ApplicationId bare(int number) {
        var id = ApplicationId.next();
        var due = clock.instant().plus(Duration.ofHours(1 + number % 7));
        files.open(new CaseFiles.Begun(
                id,
                AccountId.next(),
                some.office(),
                number % 5 == 0 ? "NEW_CHILD" : "NEW_ADULT",
                clock.instant(),
                due.plus(Duration.ofDays(3)),
                due,
                UUID.randomUUID(),
                null));
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void everyPartIsReadOffAnIndexInItsOrderFromWhereThePageBegins(Which part) throws Exception {
        assertThat(plan(new Sieve(part, "", after())))
                .startsWith("Limit")
                .contains("Index Scan using file_")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void aServiceOfTheWholeListHasAnIndexOfItsOwn() throws Exception {
        assertThat(plan(new Sieve(Which.ALL, "NEW_CHILD", after())))
                .startsWith("Limit")
                .contains("file_to_check_of_service", "service = ", "ROW(due_at, application) > ROW(")
                .doesNotContain("Filter", "Seq Scan", "Sort");
    }

    @Test
    void whatIsCountedAndTakenNextIsReadOffAnIndexAndBounded() throws Exception {
        try (var plans = new Plans(database)) {
            var asked = new Worklist(plans.client());

            asked.count(some.office());
            assertThat(plans.told()).contains("Limit", "file_to_check").doesNotContain("Seq Scan");

            asked.takeNext(some.office(), ani.account(), clock.instant(), inDays(1));
            assertThat(plans.told())
                    .contains("Limit", "file_to_check", "file_in_hand")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }

    @Test
    void whatComesBeforeTheHeadIsFoundWithoutReadingEveryFile() throws Exception {
        try (var plans = new Plans(database)) {
            var asked = new Heads(plans.client());

            asked.proposed(some.office(), 50);
            asked.late(some.office(), 50);
            asked.takeEscalated(clock.instant(), 50);
            asked.takePausedTooLong(clock.instant(), 50);
            asked.takeUnmended(clock.instant(), 50);

            assertThat(plans.told())
                    .contains("file_to_be_refused", "file_escalated", "file_to_escalate", "file_paused_by_visit")
                    .contains("file_unmended")
                    .doesNotContain("Seq Scan on file");
        }
    }

    private String plan(Sieve sieve) throws Exception {
        try (var plans = new Plans(database)) {
            new Worklist(plans.client()).page(some.office(), ani.account(), sieve, clock.instant(), 20);
            return plans.told();
        }
    }

    private static After after() {
        return new After(Instant.EPOCH, ApplicationId.next());
    }
}
