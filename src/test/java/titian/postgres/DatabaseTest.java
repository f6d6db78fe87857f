package titian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import titian.platform.CannotStart;

/** Which database a house lives on. */
class DatabaseTest {

    @TempDir
    Path data;

    @Test
    void outsideDevelopmentTheEmbeddedOneMustBeAskedFor() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Database().embeddedPostgres(data, "refused", new StandardEnvironment()))
                .withMessageContaining("meant for development")
                .satisfies(refused -> assertThat(refused.remedy())
                        .contains("SPRING_DATASOURCE_URL", "TITIAN_EMBEDDED_DATABASE=allowed"));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void oneThatIsNamedIsTheOnlyOne() {
        new ApplicationContextRunner()
                .withUserConfiguration(Database.class)
                .withPropertyValues("titian.data=" + data, "spring.datasource.url=jdbc:postgresql://elsewhere/titian")
                .run(house -> assertThat(house).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class));
        assertThat(data).isEmptyDirectory();
    }
}
