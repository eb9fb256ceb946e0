package io.retrogate.translate.smooks;

/** What a decoder of ours makes of a value; the stage turns it into a member of the message. */
public sealed interface Decoded {

    /** The value itself, the same object that the reader showed. */
    String text();

    /** A code, and the table that says what it means: {@code x12/reason}. */
    record CodedText(String text, String table) implements Decoded {}

    /** Digits of which the last ones are decimals (X12 type Nn). */
    record ImpliedDecimals(String text, int decimals) implements Decoded {}

    /** What stands in the configuration and not in the document. */
    record FixedText(String text) implements Decoded {}
}
