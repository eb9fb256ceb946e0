package io.retrogate.edi;

/**
 * The characters that separate; a release or repetition of 0 means there is none (ISA positions 4,
 * 83, 105, 106; UNA).
 */
public record Delimiters(
        char element,
        char component,
        char segment,
        char repetition,
        char release,
        char decimalMark) {}
