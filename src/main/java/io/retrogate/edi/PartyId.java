package io.retrogate.edi;

/**
 * A name in an envelope: ISA05+06 or ISA07+08, UNB 0007+0004 or 0007+0010; GS02 and GS03 have no
 * qualifier.
 */
public record PartyId(String qualifier, String value) {

    public PartyId {
        value = value.stripTrailing();
    }

    @Override
    public String toString() {
        return qualifier.isEmpty() ? value : qualifier + ":" + value;
    }
}
