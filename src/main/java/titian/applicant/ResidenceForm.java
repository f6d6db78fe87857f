package titian.applicant;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import titian.form.Answer.Residence;
import titian.form.Typing;
import titian.registry.RegistryRecord;

/** Where the applicant lives, as typed; regions are chosen one within the other. */
record ResidenceForm(
        @NotEmpty(message = "{form.address.missing}")
        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.address.long}")
        String address,

        String province,
        String regency,
        String district,

        @Pattern(regexp = Typing.POSTCODE, message = "{form.postcode.malformed}")
        String postcode,

        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.current-address.long}")
        String currentAddress,

        @NotEmpty(message = "{form.phone.missing}") @Pattern(regexp = Typing.PHONE, message = "{form.phone.malformed}")
        String phone) {

    ResidenceForm(
            @Nullable String address,
            @Nullable String province,
            @Nullable String regency,
            @Nullable String district,
            @Nullable String postcode,
            @Nullable String currentAddress,
            @Nullable String phone) {
        this.address = Typing.line(address);
        this.province = Typing.line(province);
        this.regency = Typing.line(regency);
        this.district = Typing.line(district);
        this.postcode = Typing.line(postcode);
        this.currentAddress = Typing.line(currentAddress);
        this.phone = Typing.phone(phone);
    }

    static ResidenceForm of(Residence said) {
        return new ResidenceForm(
                said.address(),
                said.province(),
                said.regency(),
                said.district(),
                said.postcode(),
                said.currentAddress(),
                said.phone());
    }

    ResidenceForm within(String province, String regency, String district) {
        return new ResidenceForm(address, province, regency, district, postcode, currentAddress, phone);
    }

    /** Whether it lacks something that the civil registry has. */
    boolean lacksRecorded() {
        return address.isEmpty();
    }

    /**
     * The same with the address as the civil registry has it, unless one was typed. The region goes with the address; one
     * that was guessed from the number gives way, one that was chosen stays.
     */
    ResidenceForm filledFrom(RegistryRecord record, ResidenceForm guessed) {
        if (!lacksRecorded()) {
            return this;
        }
        var filled = new ResidenceForm(record.address(), province, regency, district, postcode, currentAddress, phone);
        return liesWhere(guessed) ? filled.within(record.province(), record.regency(), record.district()) : filled;
    }

    private boolean liesWhere(ResidenceForm other) {
        return province.isEmpty()
                || province.equals(other.province) && regency.equals(other.regency) && district.equals(other.district);
    }

    Residence answer() {
        return new Residence(
                address,
                province,
                regency,
                district,
                Typing.orNothing(postcode),
                Typing.orNothing(currentAddress),
                phone);
    }

    @Override
    public String toString() {
        return "residence form";
    }
}
