package titian.office;

/** A way of serving that proved itself somewhere: standard rules under a name, which an office follows or changes. */
public enum Preset {
    /** Tanjung Pinang, 2017: the system assigns day and hour; papers and payment at the office. */
    ANTREAN_PASPOR,
    /** Ketapang, 2019: groups up to five choose day and hour, in places that open on announced Fridays. */
    APAPO,
    /** Karimun, 2022: the whole application before the visit, paid within two hours. */
    M_PASPOR
}
