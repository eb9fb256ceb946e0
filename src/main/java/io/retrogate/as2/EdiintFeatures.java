package io.retrogate.as2;

import java.util.ArrayList;
import java.util.List;

/** What each side can do beyond RFC 4130, as the header EDIINT-Features says it (RFC 6017 §3). */
public final class EdiintFeatures {

    static final String HEADER = "EDIINT-Features";

    /** Several documents and attachments in one message (RFC 6362). */
    static final String OURS = "multiple-attachments";

    /** Of an application that knows the header (RFC 6017 §4). */
    static final String AS2_VERSION = "1.2";

    private EdiintFeatures() {}

    /** Those of the other side, as it spells them; empty if it says nothing. */
    public static List<String> of(MimeHeaders headers) {
        List<String> features = new ArrayList<>();
        for (String name : headers.first(HEADER).orElse("").split(",", -1)) {
            if (!name.isBlank()) {
                features.add(name.strip());
            }
        }
        return features;
    }
}
