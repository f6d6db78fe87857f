package titian.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a few files are opened at a time; who comes when all places are taken is told so and can come again. */
class InspectionTest {

    @TempDir
    Path folder;

    @Test
    void whenAllPlacesAreTakenTheNextIsAskedToComeAgainAndIsServedAfterwards() throws IOException {
        var inspection = new Inspection(1, Duration.ZERO);
        var photo = Files.write(folder.resolve("a"), Samples.jpeg());
        var within = inspection.<String>inspect(photo, FileType.JPEG, _ -> {
            assertThatThrownBy(() -> inspection.inspect(photo, FileType.JPEG, Safe::content))
                    .isInstanceOf(UploadRefused.Busy.class);
            return "kept";
        });
        assertThat(within).isEqualTo("kept");
        assertThat(inspection.inspect(photo, FileType.JPEG, Safe::content)).isNotEmpty();
    }

    @Test
    void aPlaceIsGivenBackWhateverHappens() throws IOException {
        var inspection = new Inspection(1, Duration.ZERO);
        var broken = Files.write(folder.resolve("b"), new byte[] {1, 2, 3});
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> inspection.inspect(broken, FileType.JPEG, Safe::content))
                    .isInstanceOf(UploadRefused.Unreadable.class);
        }
    }
}
