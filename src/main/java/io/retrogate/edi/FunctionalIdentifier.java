package io.retrogate.edi;

import java.util.Map;

/** GS01 (element 479) of the transaction sets we know. */
public final class FunctionalIdentifier {

    private static final Map<String, String> OF_SET =
            Map.ofEntries(
                    Map.entry("180", "AN"),
                    Map.entry("214", "QM"),
                    Map.entry("812", "CD"),
                    Map.entry("824", "AG"),
                    Map.entry("856", "SH"),
                    Map.entry("861", "RC"),
                    Map.entry("940", "OW"),
                    Map.entry("943", "AR"),
                    Map.entry("944", "RE"),
                    Map.entry("945", "SW"),
                    Map.entry("947", "AW"),
                    Map.entry("997", "FA"),
                    Map.entry("999", "FA"));

    private FunctionalIdentifier() {}

    /** From the set's code, {@code 180}, to the group's, {@code AN}. */
    public static Map<String, String> bySet() {
        return OF_SET;
    }
}
