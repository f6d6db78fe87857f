package titian.officer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import titian.officer.Reach.Kind;
import titian.shared.Role;
import titian.web.Words;

/** Who may appoint whom, as a table; a new role without a row fails. */
class ReachTest {

    static Stream<Role> officers() {
        return Stream.of(Role.values()).filter(Role::isOfficers);
    }

    @ParameterizedTest
    @MethodSource("officers")
    void everyRoleCanBeGivenBySomebodyAndHasAName(Role role) {
        var centre = Set.of(Role.CENTRAL_ADMINISTRATOR);

        assertThat(Stream.of(Kind.values()).flatMap(kind -> Reach.of(centre, kind).stream()))
                .contains(role);
        assertThat(Staff.name(role, Words.in(Words.INDONESIAN))).isNotBlank();
        assertThat(Staff.name(role, Words.in(Words.ENGLISH))).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("officers")
    void whoeverIsNoAdministratorAppointsNobody(Role role) {
        var administrates = Set.of(Role.ADMINISTRATOR, Role.REGIONAL_ADMINISTRATOR, Role.CENTRAL_ADMINISTRATOR)
                .contains(role);

        assertThat(Stream.of(Kind.values())
                        .allMatch(kind -> Reach.of(Set.of(role), kind).isEmpty()))
                .isEqualTo(!administrates);
    }

    @Test
    void nobodyAppointsThoseWhoWatchOverThemNorThoseAbove() {
        for (var kind : Kind.values()) {
            assertThat(Reach.of(Set.of(Role.ADMINISTRATOR), kind))
                    .doesNotContain(
                            Role.AUDITOR,
                            Role.DATA_PROTECTION_OFFICER,
                            Role.REGIONAL_ADMINISTRATOR,
                            Role.CENTRAL_ADMINISTRATOR);
            assertThat(Reach.of(Set.of(Role.REGIONAL_ADMINISTRATOR), kind))
                    .doesNotContain(Role.AUDITOR, Role.DATA_PROTECTION_OFFICER, Role.CENTRAL_ADMINISTRATOR);
            assertThat(Reach.of(Set.of(Role.values()), kind)).doesNotContain(Role.APPLICANT, Role.UNPROVEN_OFFICER);
        }
        assertThat(Reach.of(Set.of(Role.ADMINISTRATOR), Kind.REGION)).isEmpty();
        assertThat(Reach.of(Set.of(Role.ADMINISTRATOR), Kind.CENTRE)).isEmpty();
        assertThat(Reach.of(Set.of(Role.REGIONAL_ADMINISTRATOR), Kind.CENTRE)).isEmpty();
        assertThat(Reach.of(Set.of(Role.CENTRAL_ADMINISTRATOR), Kind.OFFICE))
                .doesNotContain(Role.CENTRAL_ADMINISTRATOR);
    }
}
