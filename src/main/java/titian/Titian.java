package titian;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import titian.retention.RunRetention;
import titian.seal.RotateKeys;

/** The passport service. Each package beside this class is one module; their covers are the map. */
@NullMarked
@Modulithic(systemName = "Titian", sharedModules = "shared")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // modules may share a word
public class Titian {

    public static void main(String... args) throws InterruptedException {
        if (args.length == 1 && args[0].equals("rotate-keys")) {
            RotateKeys.run();
            return;
        }
        if (args.length == 1 && args[0].equals("rotate-marks")) {
            RotateKeys.runForMarks();
            return;
        }
        if (args.length > 0 && args[0].equals("retention")) {
            RunRetention.run(Titian.class, List.of(args).contains("--dry-run"));
            return;
        }
        SpringApplication.run(Titian.class, args);
    }
}
