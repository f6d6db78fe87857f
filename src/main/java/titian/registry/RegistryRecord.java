package titian.registry;

/**
 * What the civil registry has of a person beside who they are, as far as a form asks for it. It prints without giving
 * them away.
 *
 * @param address  with RT, RW and village, as the identity card has it
 * @param province by its code, as regency and district within it; empty if the registry says none
 */
public record RegistryRecord(
        String birthPlace, String occupation, String address, String province, String regency, String district) {

    @Override
    public String toString() {
        return "record of the civil registry";
    }
}
