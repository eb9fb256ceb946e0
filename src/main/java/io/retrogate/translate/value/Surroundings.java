package io.retrogate.translate.value;

import java.time.Instant;

/**
 * What a value cannot say of itself.
 *
 * @param decimalMarks characters that may stand before the decimals
 * @param time of day that belongs to a date (X12 element 337); empty if none
 * @param zone X12 element 623; empty if none
 * @param format EDIFACT 2379, or {@code X12} for elements 373 and 337
 * @param receivedAt decides the century of a year in two digits
 */
public record Surroundings(
        String decimalMarks, String time, String zone, String format, Instant receivedAt) {}
