package titian.queue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import titian.shared.Role;
import titian.shared.SignedIn;

/** Where an officer begins: what they may do at their office. Whoever has one task is led straight to it. */
@Controller
class OfficersController {

    private final Today today;

    OfficersController(Today today) {
        this.today = today;
    }

    @GetMapping("/petugas")
    String start(@AuthenticationPrincipal SignedIn me, Model page) {
        var home = me.roles().size() == 1 ? home(me.roles().iterator().next()) : Optional.<Place>empty();
        if (home.isPresent()) {
            return "redirect:" + home.get().address();
        }
        page.addAttribute("here", today.at(Officer.of(me).office()));
        page.addAttribute("places", places(me));
        return "queue/officers";
    }

    /** Where those work who have this role alone, if it has one place only. */
    private static Optional<Place> home(Role role) {
        return switch (role) {
            case DOOR_OFFICER -> Optional.of(Place.DOOR);
            case COUNTER_OFFICER -> Optional.of(Place.COUNTER);
            case ADMINISTRATOR -> Optional.of(Place.OFFICE);
            case REGIONAL_ADMINISTRATOR -> Optional.of(Place.REGION);
            case CENTRAL_ADMINISTRATOR -> Optional.of(Place.STAFF);
            case AUDITOR -> Optional.of(Place.AUDIT);
            case TREASURER -> Optional.of(Place.TREASURY);
            case CUSTOMER_SERVICE_OFFICER -> Optional.of(Place.CUSTOMERS);
            case PARTNER_OFFICER -> Optional.of(Place.PARTNER_PLACES);
            case DATA_PROTECTION_OFFICER -> Optional.of(Place.DATA);
            case VERIFIER -> Optional.of(Place.FILES);
            case APPLICANT, UNPROVEN_OFFICER, SECTION_HEAD, HEAD_OF_OFFICE -> Optional.empty();
        };
    }

    /** The places of work this officer may enter, most used first. */
    static List<Place> places(SignedIn who) {
        return Stream.of(Place.values())
                .filter(place -> place.roles().stream().anyMatch(who.roles()::contains))
                .toList();
    }

    /** A place of work: its address, its drawing and who works there. */
    enum Place {
        COUNTER("/petugas/loket", "volume", List.of(Role.COUNTER_OFFICER)),
        NIK("/petugas/loket/nik", "user", List.of(Role.COUNTER_OFFICER)),
        PASSPORTS("/petugas/paspor", "check", List.of(Role.COUNTER_OFFICER)),
        DOOR("/petugas/pintu", "search", List.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR)),
        WALK_IN("/petugas/pintu/tanpa-janji", "access", List.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR)),
        ARRIVALS("/petugas/pintu/hari-ini", "list", List.of(Role.DOOR_OFFICER, Role.ADMINISTRATOR)),
        OFFICE("/petugas/kantor", "users", List.of(Role.ADMINISTRATOR)),
        FILES("/petugas/berkas", "doc", List.of(Role.VERIFIER, Role.SECTION_HEAD)),
        FILES_OF_HEAD("/petugas/berkas/atasan", "users", List.of(Role.SECTION_HEAD)),
        EXAMINATIONS("/petugas/bap", "doc", List.of(Role.SECTION_HEAD, Role.HEAD_OF_OFFICE)),
        RULES("/petugas/kantor/syarat", "doc", List.of(Role.ADMINISTRATOR)),
        PACE("/petugas/kantor/pemeriksaan", "clock", List.of(Role.ADMINISTRATOR)),
        PARTNERS("/petugas/kantor/mitra", "users", List.of(Role.ADMINISTRATOR)),
        CAPACITY("/petugas/kapasitas", "calendar", List.of(Role.ADMINISTRATOR)),
        REGION("/petugas/wilayah", "calendar", List.of(Role.REGIONAL_ADMINISTRATOR)),
        STAFF(
                "/petugas/pegawai",
                "users",
                List.of(Role.ADMINISTRATOR, Role.REGIONAL_ADMINISTRATOR, Role.CENTRAL_ADMINISTRATOR)),
        DATA("/petugas/data", "lock", List.of(Role.DATA_PROTECTION_OFFICER)),
        AUDIT("/petugas/audit", "list", List.of(Role.AUDITOR)),
        CUSTOMERS("/petugas/pelanggan", "user", List.of(Role.CUSTOMER_SERVICE_OFFICER)),
        PLACES("/petugas/pelanggan/tempat", "calendar", List.of(Role.CUSTOMER_SERVICE_OFFICER)),
        PARTNER_PLACES("/petugas/mitra/tempat", "calendar", List.of(Role.PARTNER_OFFICER)),
        TREASURY("/petugas/bendahara", "wallet", List.of(Role.TREASURER)),
        REFUNDS("/petugas/bendahara/pengembalian", "repeat", List.of(Role.SECTION_HEAD, Role.HEAD_OF_OFFICE)),
        OWN(
                "/petugas/saya",
                "user",
                Stream.of(Role.values()).filter(Role::isOfficers).toList());

        private final String address;
        private final String icon;
        private final List<Role> roles;

        Place(String address, String icon, List<Role> roles) {
            this.address = address;
            this.icon = icon;
            this.roles = roles;
        }

        String address() {
            return address;
        }

        String icon() {
            return icon;
        }

        List<Role> roles() {
            return roles;
        }

        String key() {
            return "queue.place." + name();
        }
    }
}
