package io.retrogate.edi.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the reference tables are wrong or silent, and why we think so. */
final class KnownDifferences {

    private static final Map<String, List<String>> PLACES_BY_REASON =
            Map.of(
                    "the table flattens the composite C030",
                    List.of(
                            "004010 AK401",
                            "005010 AK401",
                            "005010 IK401",
                            "005010 CTX05",
                            "005010 TED05"),
                    "the table joined two elements of one name, and took the other number",
                    List.of(
                            "004010 CD313",
                            "004010 CS09",
                            "004010 CS10",
                            "004010 G3802",
                            "004010 ITD15",
                            "004010 K101",
                            "004010 K102",
                            "004010 SLN07",
                            "004010 W0908",
                            "005010 G3802",
                            "005010 G7209",
                            "005010 SAC07",
                            "005010 SLN07"),
                    "the table has no kind",
                    List.of("004010 BCD02", "004010 CDD09", "005010 BCD02", "005010 CDD09"),
                    "the table does not say how many decimals",
                    List.of("004010 EFI13", "004010 EFI14"),
                    "the table has no number",
                    List.of(
                            "005010 AK203",
                            "005010 CS09",
                            "005010 CS10",
                            "005010 ITD14",
                            "005010 ITD15",
                            "005010 K101",
                            "005010 K102",
                            "005010 PAL17",
                            "005010 W0908"),
                    "the table knows no repetition",
                    List.of("005010 CTX01 repeats"),
                    "the table does not have this segment",
                    List.of(
                            "D10B DAM",
                            "D10B GDS",
                            "D10B RNG",
                            "D10B TMP",
                            "005010 AT9",
                            "005010 M7",
                            "005010 OID"),
                    "the table has one of three C076; the directory has three from D.01B on",
                    List.of("D01B COM elements", "D10B COM elements"),
                    "new in D.97B, when 1131 was still short",
                    List.of("D97B GID-5-3", "D97B GID-6-3"));

    private KnownDifferences() {}

    static Map<String, String> byPlace() {
        var reasons = new TreeMap<String, String>();
        PLACES_BY_REASON.forEach((why, places) -> places.forEach(at -> reasons.put(at, why)));
        return reasons;
    }
}
