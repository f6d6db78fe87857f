package titian.web;

import static titian.shared.Role.ADMINISTRATOR;
import static titian.shared.Role.APPLICANT;
import static titian.shared.Role.AUDITOR;
import static titian.shared.Role.CENTRAL_ADMINISTRATOR;
import static titian.shared.Role.COUNTER_OFFICER;
import static titian.shared.Role.CUSTOMER_SERVICE_OFFICER;
import static titian.shared.Role.DATA_PROTECTION_OFFICER;
import static titian.shared.Role.DOOR_OFFICER;
import static titian.shared.Role.HEAD_OF_OFFICE;
import static titian.shared.Role.PARTNER_OFFICER;
import static titian.shared.Role.REGIONAL_ADMINISTRATOR;
import static titian.shared.Role.SECTION_HEAD;
import static titian.shared.Role.TREASURER;
import static titian.shared.Role.VERIFIER;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import titian.shared.Role;

/**
 * Who may open which address: the one list. What is not named here is closed, and a controller whose route is missing
 * fails the build. Being let in is only the first door: every query asks for the reader's own office or account again.
 */
public final class Routes {

    /** An address pattern and the roles that may open it; nobody named means everyone, signed in or not. */
    public record Route(String pattern, Set<Role> roles) {

        boolean isPublic() {
            return roles.isEmpty();
        }
    }

    public static final List<Route> ALL = List.of(
            open("/"),
            open("/aset/**"),
            open("/favicon.ico"),
            open("/sw.js"),
            open("/app.webmanifest"),
            open("/luring"),
            open("/tampilan"),
            open("/privasi"),
            open("/aksesibilitas"),
            open("/bantuan"),
            open("/masuk"),
            open("/masuk/lupa/**"),
            open("/masuk/kode/**"),
            open("/masuk/kunci/**"),
            open("/masuk/luar/**"),
            open("/daftar/**"),
            open("/undangan/**"),
            open("/kontak/hentikan/{change}/{token}"),
            open("/kontak/pulih/{change}/{token}"),
            open("/syarat/**"),
            open("/jadwal/**"),
            open("/antrean-rilis/{id}"),
            open("/antrean-rilis/{id}/keadaan"),
            open("/antrean-rilis/{id}/undian"),
            open("/antrean-rilis/{id}/undian.csv"),
            open("/pesan"),
            open("/layar/**"),
            open("/acara"),
            open("/simponi/pemberitahuan"),
            open("/snap/**"),
            open("/bukti/{token}"),
            open("/actuator/health/**"),
            open("/error"),
            only("/keluar", Role.values()),
            only("/beranda", APPLICANT),
            only("/akun/kunci/lihat", signedIn()),
            only("/akun/**", APPLICANT),
            only("/permohonan/**", APPLICANT),
            only("/dokumen/**", APPLICANT),
            only("/janji/**", APPLICANT),
            only("/tagihan/**", APPLICANT),
            only("/pass/**", APPLICANT),
            only("/antrean/**", APPLICANT),
            only("/daftar-tunggu/**", APPLICANT),
            only("/antrean-rilis/{id}/*", APPLICANT),
            only("/petugas", officers()),
            only("/petugas/bukti/**", officersAtTheDoor()),
            only("/petugas/saya/**", officers()),
            only("/petugas/pegawai/**", ADMINISTRATOR, REGIONAL_ADMINISTRATOR, CENTRAL_ADMINISTRATOR),
            only("/petugas/pintu/**", DOOR_OFFICER, ADMINISTRATOR),
            only("/petugas/loket/**", COUNTER_OFFICER),
            only("/petugas/kantor/**", ADMINISTRATOR),
            only("/petugas/kapasitas/**", ADMINISTRATOR),
            only("/petugas/wilayah/**", REGIONAL_ADMINISTRATOR),
            only("/petugas/wawancara/**", COUNTER_OFFICER),
            only("/petugas/paspor/**", COUNTER_OFFICER),
            only("/petugas/bap/**", SECTION_HEAD, HEAD_OF_OFFICE),
            only("/petugas/berkas/atasan/**", SECTION_HEAD),
            only("/petugas/berkas/**", VERIFIER, SECTION_HEAD),
            only("/petugas/data/**", DATA_PROTECTION_OFFICER),
            only("/petugas/audit/**", AUDITOR),
            only("/petugas/pelanggan/**", CUSTOMER_SERVICE_OFFICER),
            only("/petugas/mitra/**", PARTNER_OFFICER),
            only("/petugas/bendahara/pengembalian/**", TREASURER, SECTION_HEAD, HEAD_OF_OFFICE),
            only("/petugas/bendahara/**", TREASURER),
            only("/pindah/{id}/**", APPLICANT));

    private Routes() {}

    private static Route open(String pattern) {
        return new Route(pattern, Set.of());
    }

    private static Role[] officers() {
        return Stream.of(Role.values()).filter(Role::isOfficers).toArray(Role[]::new);
    }

    private static Role[] signedIn() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.UNPROVEN_OFFICER)
                .toArray(Role[]::new);
    }

    private static Role[] officersAtTheDoor() {
        return Stream.of(Role.values())
                .filter(role -> role.isOfficers() || role == Role.UNPROVEN_OFFICER)
                .toArray(Role[]::new);
    }

    private static Route only(String pattern, Role... roles) {
        return new Route(pattern, Set.of(roles));
    }
}
