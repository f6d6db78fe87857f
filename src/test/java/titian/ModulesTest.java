package titian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The shape of the system: who may know whom. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Titian.class);
    private static final Path MAP = Path.of("docs", "modules.puml");

    @Test
    void modulesKnowOnlyWhomTheyDeclare() {
        MODULES.verify();
    }

    /** Modulith lets an undeclared module know everyone. Here every module says whom it knows, even if nobody. */
    @Test
    void everyModuleDeclaresWhomItKnows() {
        assertThat(MODULES)
                .hasSizeGreaterThan(8)
                .allSatisfy(module -> assertThat(module.getBasePackage().getAnnotation(ApplicationModule.class))
                        .as("@ApplicationModule of %s", module.getIdentifier())
                        .hasValueSatisfying(declared -> assertThat(declared.allowedDependencies())
                                .doesNotContain(ApplicationModule.OPEN_TOKEN)));
    }

    /** One word finds a module's code, its pages, its tables and its texts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/jte",
                "src/main/resources/db/migration",
                "src/main/resources/messages",
                "src/test/java/titian"
            })
    void whatStandsBesideTheCodeIsNamedAfterModules(Path place) throws IOException {
        try (var entries = Files.list(place)) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.endsWith(".java"))
                            .map(name -> name.replaceFirst("_(id|en)\\.properties$", "")))
                    .isNotEmpty()
                    .isSubsetOf(Stream.concat(
                                    MODULES.stream()
                                            .map(module ->
                                                    module.getIdentifier().toString()),
                                    Stream.of("outside"))
                            .toList());
        }
    }

    /**
     * The map in docs/ is drawn from the code, in no fixed order. When they part, draw it anew and commit it:
     * {@code mvn test -Dtest=ModulesTest -Dtitian.draw=true}.
     */
    @Test
    void theMapIsFresh() throws IOException {
        new Documenter(MODULES).writeModulesAsPlantUml();
        var drawn = Files.readString(Path.of("target/spring-modulith-docs/components.puml"));
        if (Boolean.getBoolean("titian.draw")) {
            Files.writeString(MAP, drawn);
        }
        assertThat(Files.readAllLines(MAP))
                .containsExactlyInAnyOrderElementsOf(drawn.lines().toList());
    }
}
