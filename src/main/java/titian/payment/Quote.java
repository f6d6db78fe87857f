package titian.payment;

import titian.shared.Money;

/** What a passport costs on a day, and by which regulation. */
public record Quote(
        String tariffCode, String nameInIndonesian, String nameInEnglish, Money amount, String legalBasis) {}
