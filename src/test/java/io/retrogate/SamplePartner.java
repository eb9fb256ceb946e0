package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.partner.TradingPartner;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The partner whose agreement, guides and mappings a sample is for. */
public final class SamplePartner {

    private static final Path PARTNERS = Path.of("edi-samples", "partners");
    private static final Schemas SCHEMAS = Schemas.builtIn();

    private SamplePartner() {}

    /** The one that {@code partner.txt} of the sample's folder names, if there is one. */
    public static Optional<TradingPartner> of(Path sample) throws IOException {
        var named = sample.resolve("partner.txt");
        return Files.exists(named)
                ? Optional.of(named(Files.readString(named).strip()))
                : Optional.empty();
    }

    public static TradingPartner named(String name) {
        var check =
                PartnerFolders.check(
                        PARTNERS.resolve(name),
                        Validator.guides(SCHEMAS),
                        Translator.mappings(SCHEMAS));
        assertThat(check.problems()).allMatch(FolderProblem::isWarning);
        return check.partner().orElseThrow();
    }
}
