package io.retrogate.ledger;

/**
 * What an endpoint gets in place of the canonical message, safe in the archive.
 *
 * @param address in the archive
 * @param contentType as the request's header has it
 */
public record Rendition(String address, String contentType) {

    /** The canonical message itself. */
    public static final Rendition NONE = new Rendition("", "");
}
