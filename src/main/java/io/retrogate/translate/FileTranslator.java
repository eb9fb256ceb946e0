package io.retrogate.translate;

import io.retrogate.edi.Content;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.Origin;
import io.retrogate.returns.TranslatedInterchange;
import io.retrogate.translate.smooks.SmooksEngines;
import java.util.Optional;

/**
 * Stage 3 for files without an EDI envelope: CSV, fixed-length and XML, each read by the Smooks
 * configuration that the partner's agreement names. Also the part of a partner's folder that holds
 * these configurations.
 */
public interface FileTranslator extends FolderPart {

    static FileTranslator bySmooks() {
        return new SmooksTranslator(new SmooksEngines());
    }

    /**
     * What the file means; empty if it is not for this stage: it has an EDI envelope, or the
     * partner agreed on no such file. A wrong file is a report with findings; it has no header, so
     * nothing acknowledges it. Throws (TRN-030, TRN-031) if the configuration cannot be used.
     */
    Optional<TranslatedInterchange> translate(
            Content content, TradingPartner partner, Origin origin);
}
