package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.AnswersToMutantsTest.Bytes;
import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is wrong with any element of an envelope, our answer to it is valid. */
@Timeout(600)
class AnswersToEnvelopeMutantsIT {

    private static final Instant TIME = Instant.parse("2026-02-03T09:30:59Z");

    private final Schemas schemas = Schemas.builtIn();
    private final Validator validator = Validator.overSchemas(schemas);
    private final Acknowledger acknowledger = Acknowledger.byTables(schemas);

    @Test
    void areValidWhateverIsWrongWithTheEnvelope() throws IOException {
        int answers = 0;
        for (var text : Mutants.corpus().stream().filter(EnvelopeMutants::isShort).toList()) {
            for (var mutant : EnvelopeMutants.of(text)) {
                answers += answersTo(mutant);
            }
        }
        assertThat(answers).isGreaterThan(3_000);
    }

    private int answersTo(String mutant) {
        var content = new Bytes(mutant);
        int answers = 0;
        for (var report : validator.validate(content, Optional.empty())) {
            for (var answer : acknowledger.plan(report, content, Optional.empty())) {
                var text = answer.renderer().render(new ControlNumber("000000007"), TIME);
                AnswersToMutantsTest.check(validator, mutant, text);
                answers++;
            }
        }
        return answers;
    }
}
