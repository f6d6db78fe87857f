package titian.office;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import titian.platform.DataFiles;

/** Brings the real data of offices and regions into the tables, then reads it: who holds the atlas has its data. */
@Configuration(proxyBeanMethods = false)
class OfficeData {

    @Bean
    Atlas atlas(
            DataFiles files,
            Regions regions,
            Offices offices,
            ClosedDays closedDays,
            Counters counters,
            Policies policies,
            Templates templates) {
        files.load("data/provinces.csv", regions::loadProvinces);
        files.load("data/regencies.csv", regions::loadRegencies);
        files.load("data/districts.csv", regions::loadDistricts);
        files.load("data/offices.csv", offices::loadOffices);
        files.load("data/missions.csv", offices::loadMissions);
        files.load("data/holidays.csv", closedDays::load);
        files.load("data/tiers.csv", counters::loadTiers);
        files.load("data/presets.csv", policies::load);
        files.load("data/templates.csv", templates::load);
        return new Atlas(
                offices.all(),
                Stream.of(regions.provinces(), regions.regencies(), regions.districts())
                        .flatMap(List::stream)
                        .toList());
    }
}
