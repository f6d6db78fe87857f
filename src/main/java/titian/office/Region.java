package titian.office;

/**
 * A province, regency, city or district, by the code the Ministry of Home Affairs gives it: {@code 31}, {@code 31.74},
 * {@code 31.74.01}.
 */
public record Region(String code, String name) {}
