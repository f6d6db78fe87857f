package titian.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** A data file reads as it stands, and what is wrong in it is said with file, line and column. */
class CsvTest {

    @Test
    void cellsAreReadByTheNamesOfTheirColumns() {
        var rows = csv("""
                code,name,since,places
                11,"Aceh, ""Serambi"" Mekah",2026-01-01,24
                12, Sumatera Utara ,,
                """).rows();

        assertThat(rows)
                .extracting(row -> row.get("code"), row -> row.get("name"))
                .containsExactly(tuple("11", "Aceh, \"Serambi\" Mekah"), tuple("12", "Sumatera Utara"));
        assertThat(rows.getFirst().date("since")).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(rows.getFirst().integer("places")).isEqualTo(24);
        assertThat(rows.getLast().optional("since")).isEmpty();
        assertThat(rows.getLast().optionalAs("places", Integer::valueOf)).isEmpty();
    }

    @Test
    void aFileWithNothingButItsHeaderHasNoRows() {
        assertThat(csv("code,name\n").rows()).isEmpty();
    }

    @Test
    void aCellThatMakesNoSenseIsNamedByFileLineAndColumn() {
        refused(() -> csv("day\n2026-01-01\n2026-02-30\n").rows().forEach(row -> row.date("day")))
                .withMessage("data/test.csv, line 3, column day: cannot be \"2026-02-30\"");
        refused(() -> csv("places\nmany\n").rows().getFirst().integer("places"))
                .withMessage("data/test.csv, line 2, column places: cannot be \"many\"");
    }

    @Test
    void theLineIsRightAfterACellOfSeveralLines() {
        refused(() -> csv("name,places\n\"one\ntwo\",1\nthree,x\n").rows().forEach(row -> row.integer("places")))
                .withMessage("data/test.csv, line 4, column places: cannot be \"x\"");
    }

    @Test
    void aBlankCellIsNamedWhereOneIsNeeded() {
        refused(() -> csv("code,name\n11,Aceh\n12,\n").rows().forEach(row -> row.get("name")))
                .withMessage("data/test.csv, line 3, column name: is blank");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        refused(() -> csv("code\n11\n").rows().getFirst().get("name"))
                .withMessage("data/test.csv, line 1: no column name");
    }

    @Test
    void aLineWithTooFewOrTooManyCellsIsNamed() {
        refused(() -> csv("code,name\n11,Aceh\n12\n").rows())
                .withMessage("data/test.csv, line 3: 1 columns instead of 2");
        refused(() -> csv("code,name\n11,Aceh,Sabang\n").rows())
                .withMessage("data/test.csv, line 2: 3 columns instead of 2");
    }

    @Test
    void aQuoteThatNeverEndsIsNamed() {
        refused(() -> csv("code,name\n11,Aceh\n12,\"Sumatera\n13,Riau\n").rows())
                .withMessage("data/test.csv, after line 2: not comma-separated values");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() {
        refused(() -> Csv.of("data/test.csv", "name\nCafé\n".getBytes(ISO_8859_1))
                        .rows())
                .withMessage("data/test.csv: not UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        refused(() -> Csv.of("data/atlantis.csv")).withMessage("The data file data/atlantis.csv is missing.");
    }

    private static Csv csv(String text) {
        return Csv.of("data/test.csv", text.getBytes(UTF_8));
    }

    private static ThrowableAssertAlternative<CannotStart> refused(ThrowingCallable reading) {
        return assertThatExceptionOfType(CannotStart.class).isThrownBy(reading);
    }
}
