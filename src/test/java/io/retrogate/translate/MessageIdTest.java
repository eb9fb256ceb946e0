package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageIdTest {

    private static final Instant LATER = Instant.parse("2027-03-01T00:00:00Z");

    @Test
    void isTheSameWheneverTheDocumentIsTranslatedAgain() throws IOException {
        assertThat(messages("a", Instant.EPOCH))
                .extracting(ReturnMessage::id)
                .isEqualTo(messages("a", LATER).stream().map(ReturnMessage::id).toList());
    }

    @Test
    void differsByTransmissionAndByDocument() throws IOException {
        var ids = new java.util.HashSet<String>();
        messages("a", LATER).forEach(it -> ids.add(it.id()));
        messages("b", LATER).forEach(it -> ids.add(it.id()));

        assertThat(ids).hasSize(4);
    }

    @Test
    void comesWithTheSameTreeEachTime() throws IOException {
        assertThat(messages("a", LATER)).isEqualTo(messages("a", LATER));
    }

    private static List<ReturnMessage> messages(String transmission, Instant receivedAt)
            throws IOException {
        var accepted = Accepted.resource("180-request");
        var origin = new Origin(transmission, "northwind", receivedAt);
        return DocumentsTest.TRANSLATOR
                .translate(accepted.content(), accepted.report(), origin, Optional.empty())
                .documents()
                .stream()
                .map(it -> it.message())
                .toList();
    }
}
