package titian.office;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import titian.shared.Nik;
import titian.shared.OfficeId;

/**
 * Offices and regions as they were when this node started, in memory: they change only with the program. Nothing that
 * an administrator may change stands here.
 *
 * <p>No source gives regencies a position, so one is derived, to sort offices by and for nothing else: where its
 * offices stand; else where its namesake's do (Kota Bogor lies within Kabupaten Bogor); else the middle of the
 * province's offices; else of the island's. Only the first two are near enough to count kilometres from.
 */
class Atlas {

    private static final Pattern KIND = Pattern.compile("^(Kabupaten|Kota)( Administrasi)? ");

    /** A regency's middle, and whether it is known well enough to count kilometres from. */
    private record Middle(Position position, boolean near) {}

    private final Map<OfficeId, Offices.Listed> offices = new LinkedHashMap<>();
    private final SortedMap<String, Regions.Listed> regions = new TreeMap<>();
    private final Map<String, Middle> middles = new HashMap<>();

    Atlas(List<Offices.Listed> offices, List<Regions.Listed> regions) {
        offices.forEach(listed -> this.offices.put(listed.office().id(), listed));
        regions.forEach(region -> this.regions.put(digits(region.code()), region));
        var regencies = this.regions.entrySet().stream()
                .filter(region -> region.getKey().length() == 4)
                .toList();
        regencies.forEach(regency ->
                middle(regency.getValue(), regencies).ifPresent(middle -> middles.put(regency.getKey(), middle)));
    }

    Optional<Offices.Listed> office(OfficeId id) {
        return Optional.ofNullable(offices.get(id));
    }

    List<Offices.Listed> offices() {
        return List.copyOf(offices.values());
    }

    /** Every place in Indonesia, nearest to the regency first; by name when nobody knows where that is. */
    List<OfficeDesk.Nearby> nearest(String regencyCode) {
        var middle = Optional.ofNullable(middles.get(digits(regencyCode)));
        return nearest(middle.map(Middle::position), middle.map(Middle::near).orElse(false));
    }

    /** Every other place in Indonesia, nearest to the office first. */
    List<OfficeDesk.Nearby> nearest(Offices.Listed office) {
        return nearest(whereabouts(office), office.office().position() != null).stream()
                .filter(nearby -> !nearby.office().equals(office.office()))
                .toList();
    }

    /** The code of the province an office stands in; none for a mission. */
    Optional<String> province(OfficeId id) {
        return office(id)
                .flatMap(listed -> Optional.ofNullable(listed.regency()))
                .map(code -> code.substring(0, 2));
    }

    /** Every office and unit of a province, by name. */
    List<Office> in(String province) {
        return offices.values().stream()
                .map(Offices.Listed::office)
                .filter(office -> province(office.id()).equals(Optional.of(province)))
                .sorted(comparing(Office::name))
                .toList();
    }

    List<Region> provinces() {
        return within("");
    }

    /** The regencies of a province or the districts of a regency, in use now. */
    List<Region> within(String code) {
        var prefix = digits(code);
        return regions.tailMap(prefix).entrySet().stream()
                .takeWhile(region -> region.getKey().startsWith(prefix))
                .filter(region -> region.getKey().length() == prefix.length() + 2)
                .map(Map.Entry::getValue)
                .filter(Regions.Listed::inUse)
                .map(Atlas::plain)
                .toList();
    }

    Optional<Region> region(String code) {
        return Optional.ofNullable(regions.get(digits(code))).map(Atlas::plain);
    }

    Optional<FirstRegistered> firstRegistered(Nik nik) {
        var code = nik.district();
        return region(code.substring(0, 2))
                .map(province -> new FirstRegistered(
                        province,
                        region(code.substring(0, 4)).orElse(null),
                        region(code).orElse(null)));
    }

    private List<OfficeDesk.Nearby> nearest(Optional<Position> from, boolean countKilometres) {
        Comparator<Offices.Listed> byDistance =
                comparing(listed -> from.flatMap(here -> whereabouts(listed).map(here::kilometresTo))
                        .orElse(Double.MAX_VALUE));
        return offices.values().stream()
                .filter(listed -> listed.office().type() != OfficeType.MISSION)
                .sorted(byDistance.thenComparing(listed -> listed.office().name()))
                .map(Offices.Listed::office)
                .map(office -> new OfficeDesk.Nearby(
                        office,
                        from.filter(_ -> countKilometres)
                                .flatMap(here ->
                                        Optional.ofNullable(office.position()).map(here::kilometresTo))))
                .toList();
    }

    /** Where an office stands, or the regency it stands in. */
    private Optional<Position> whereabouts(Offices.Listed listed) {
        var position = Optional.ofNullable(listed.office().position());
        return position.or(() -> Optional.ofNullable(listed.regency())
                .map(regency -> middles.get(digits(regency)))
                .map(Middle::position));
    }

    private Optional<Middle> middle(Regions.Listed regency, List<Map.Entry<String, Regions.Listed>> regencies) {
        var province = digits(regency.within());
        var bareName = bareName(regency);
        var namesakes = regencies.stream()
                .map(Map.Entry::getValue)
                .filter(other -> other.within().equals(regency.within())
                        && bareName(other).equals(bareName))
                .map(Regions.Listed::code)
                .toList();
        return middle(regency.code()::equals, true)
                .or(() -> middle(namesakes::contains, true))
                .or(() -> middle(code -> code.startsWith(province), false))
                .or(() -> middle(code -> code.startsWith(province.substring(0, 1)), false));
    }

    /** The middle of the offices that stand in such regencies. */
    private Optional<Middle> middle(Predicate<String> regency, boolean near) {
        var positions = offices.values().stream()
                .filter(listed -> listed.regency() != null && regency.test(listed.regency()))
                .map(listed -> listed.office().position())
                .<Position>mapMulti((position, next) -> {
                    if (position != null) {
                        next.accept(position);
                    }
                })
                .toList();
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        var latitude =
                positions.stream().mapToDouble(Position::latitude).average().orElseThrow();
        var longitude =
                positions.stream().mapToDouble(Position::longitude).average().orElseThrow();
        return Optional.of(new Middle(new Position(latitude, longitude), near));
    }

    private static String bareName(Regions.Listed regency) {
        return KIND.matcher(regency.name()).replaceFirst("");
    }

    private static String digits(String code) {
        return code.replace(".", "");
    }

    private static Region plain(Regions.Listed region) {
        return new Region(region.code(), region.name());
    }
}
