package titian.phone;

/** What carries a message to a telephone. */
public enum Carrier {
    SMS,
    WHATSAPP
}
