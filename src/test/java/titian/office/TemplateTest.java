package titian.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import titian.shared.Channel;

/** How many people a window takes, and for whom its places are. */
class TemplateTest {

    private static final RandomGenerator CHANCE =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261125);

    @Test
    void aWindowTakesWhatItsCountersCanServe() {
        assertThat(template(8, 20, 60, Split.ALL_PUBLIC).places()).isEqualTo(24);
        assertThat(template(3, 25, 60, Split.ALL_PUBLIC).places())
                .as("whole people only")
                .isEqualTo(7);
        assertThat(template(0, 20, 60, Split.ALL_PUBLIC).places()).isZero();
        assertThat(template(8, 20, 60, Split.ALL_PUBLIC).placesADay()).isEqualTo(144);
    }

    @Test
    void theSharesOfSmallWindowsGoToWhoFindsItHarderToComeAtAnotherTime() {
        var six = template(2, 20, 60, new Split(90, 0, 10, 0));

        assertThat(six.places(Channel.PUBLIC)).isEqualTo(5);
        assertThat(six.places(Channel.PRIORITY)).isEqualTo(1);
        assertThat(template(1, 60, 60, new Split(25, 25, 25, 25)).places(Channel.PRIORITY))
                .isEqualTo(1);
    }

    @Test
    void noPlaceIsLostOrMadeByDividingAndNobodyIsFurtherThanOneFromTheirShare() {
        for (var trial = 0; trial < 2_000; trial++) {
            var template = template(CHANCE.nextInt(30), 5 + CHANCE.nextInt(60), 15 + CHANCE.nextInt(120), anySplit());
            var all = template.places();

            assertThat(Arrays.stream(Channel.values())
                            .mapToInt(template::places)
                            .sum())
                    .as("%s", template)
                    .isEqualTo(all);
            assertThat(Channel.values()).allSatisfy(channel -> {
                var fair = all * template.split().share(channel) / 100.0;
                assertThat((double) template.places(channel)).isBetween(Math.floor(fair), Math.ceil(fair));
            });
        }
    }

    @Test
    void moreCountersNeverMeanFewerPlaces() {
        IntStream.range(0, 40)
                .forEach(counters -> assertThat(
                                template(counters + 1, 17, 60, Split.ALL_PUBLIC).places())
                        .isGreaterThanOrEqualTo(
                                template(counters, 17, 60, Split.ALL_PUBLIC).places()));
    }

    @Test
    void windowsAreWholeInOrderAndOutsideLunch() {
        for (var trial = 0; trial < 2_000; trial++) {
            var length = 5 + CHANCE.nextInt(180);
            var opens = LocalTime.ofSecondOfDay(CHANCE.nextInt(12 * 60) * 60L);
            var lunch = LocalTime.ofSecondOfDay((12 * 60 + CHANCE.nextInt(90)) * 60L);
            var closes = LocalTime.ofSecondOfDay((14 * 60 + CHANCE.nextInt(9 * 60)) * 60L);
            var template = new Template(
                    1,
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(length),
                    opens,
                    closes,
                    lunch,
                    lunch.plusMinutes(CHANCE.nextInt(60)),
                    Split.ALL_PUBLIC);

            assertThat(template.windows()).isSorted().doesNotHaveDuplicates().allSatisfy(from -> {
                var until = from.plusMinutes(length);
                assertThat(from).isAfterOrEqualTo(opens);
                assertThat(until).isAfter(from).isBeforeOrEqualTo(closes);
                assertThat(from.isBefore(template.lunchUntil()) && until.isAfter(lunch))
                        .isFalse();
            });
        }
    }

    @Test
    void aTemplateThatMakesNoSenseDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Split(90, 20, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Split(110, -10, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> template(-1, 20, 60, Split.ALL_PUBLIC));
        assertThatIllegalArgumentException().isThrownBy(() -> template(1, 0, 60, Split.ALL_PUBLIC));
    }

    private static Split anySplit() {
        var first = CHANCE.nextInt(101);
        var second = CHANCE.nextInt(101 - first);
        var third = CHANCE.nextInt(101 - first - second);
        return new Split(100 - first - second - third, first, second, third);
    }

    private static Template template(int counters, int service, int window, Split split) {
        return new Template(
                counters,
                Duration.ofMinutes(service),
                Duration.ofMinutes(window),
                LocalTime.of(8, 0),
                LocalTime.of(15, 0),
                LocalTime.of(12, 0),
                LocalTime.of(13, 0),
                split);
    }
}
