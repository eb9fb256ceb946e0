package io.retrogate.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import io.retrogate.edi.Finding;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.TradingPartner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A sample, changed as a test needs it; one character is one byte. */
record Document(String text) implements Content {

    private static final Validator VALIDATOR = Validator.overSchemas(Schemas.builtIn());

    static Document sample(String name) throws IOException {
        var file = Path.of("edi-samples", name, "received.edi");
        return new Document(Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    Document with(String piece, String other) {
        assertThat(text).contains(piece);
        return new Document(text.replace(piece, other));
    }

    Document then(Document next) {
        return new Document(text + next.text);
    }

    List<InterchangeReport> reports() {
        return VALIDATOR.validate(this, Optional.empty());
    }

    /** The only interchange in it. */
    InterchangeReport report() {
        var reports = reports();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    InterchangeReport report(TradingPartner partner) {
        var reports = VALIDATOR.validate(this, Optional.of(partner));
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    List<Finding> findings() {
        return report().allFindings().toList();
    }

    /** The only thing wrong with it. */
    Finding finding() {
        var findings = findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public long size() {
        return text.length();
    }
}
