package titian.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;

/** Each edition of a data file is loaded once, whoever starts first. */
@TitianTest
class DataFilesTest {

    @Autowired
    DataFiles files;

    @Test
    void anEditionIsLoadedOnceAndTheNextOneAgain() {
        var name = someFile();
        var loaded = new AtomicInteger();

        assertThat(files.load(csv(name, "code\n11\n"), rows -> loaded.addAndGet(rows.size())))
                .isTrue();
        assertThat(files.load(csv(name, "code\n11\n"), rows -> loaded.addAndGet(rows.size())))
                .isFalse();
        assertThat(files.load(csv(name, "code\n11\n12\n"), rows -> loaded.addAndGet(rows.size())))
                .isTrue();

        assertThat(loaded).hasValue(3);
    }

    @Test
    void anEditionThatCannotBeLoadedIsTriedAgain() {
        var name = someFile();

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> files.load(
                        csv(name, "code\nx\n"), rows -> rows.getFirst().integer("code")));

        assertThat(files.load(csv(name, "code\nx\n"), _ -> {})).isTrue();
    }

    @Test
    void ofManyNodesThatStartAtOnceOneLoads() throws Exception {
        var name = someFile();
        var loaded = new AtomicInteger();
        var start = new CountDownLatch(1);
        Callable<Boolean> node = () -> {
            start.await();
            return files.load(csv(name, "code\n11\n"), rows -> loaded.addAndGet(rows.size()));
        };

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 8).mapToObj(_ -> nodes.submit(node)).toList();
            start.countDown();
            var loaders = 0;
            for (var answer : answers) {
                loaders += answer.get() ? 1 : 0;
            }
            assertThat(loaders).isEqualTo(1);
        }
        assertThat(loaded).hasValue(1);
    }

    private static String someFile() {
        return "data/" + UUID.randomUUID() + ".csv";
    }

    private static Csv csv(String name, String text) {
        return Csv.of(name, text.getBytes(UTF_8));
    }
}
