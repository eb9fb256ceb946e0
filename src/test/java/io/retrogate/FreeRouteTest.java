package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's own route can and cannot reach. */
@Timeout(60)
class FreeRouteTest {

    private static final String ROUTE =
            """
            - route:
                id: wren-own
                from:
                  uri: direct:wren-own
                  steps:
            """;

    @TempDir Path directory;

    private List<String> problems(String yaml) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("routes/wren"));
        Files.writeString(folder.resolve("own.camel.yaml"), yaml);
        var data = Map.of("retrogate.data", directory.resolve("data").toString());
        try (var camel = new DefaultCamelContext()) {
            return new CamelFolders(camel, List.of(), data::get)
                    .check(folder).stream()
                            .map(p -> p.code().id() + " " + p.explanation())
                            .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: jms:queue:retrogate.transmissions",
                "to: bean:ledger?method=sweep",
                "to: controlbus:route?routeId=spine&action=stop",
                "to: direct:nordwind-intake",
                "to: direct:wren",
                "to: seda:spine",
                "wireTap: { uri: \"direct:nordwind-intake\" }",
                "toD: { uri: \"${header.where}\" }",
                "bean: { ref: ledger }",
                "process: { ref: ledger }",
                "recipientList: { constant: \"direct:nordwind-intake\" }",
                "setBody: { simple: \"${bean:ledger?method=sweep}\" }",
                "setBody: { simple: \"${camelContext.stop}\" }",
                "setBody: { method: { ref: ledger, method: sweep } }",
                "choice: { when: [ { simple: \"${body}\", steps: [ { to: \"jms:a\" } ] } ] }",
                "choice: { otherwise: { steps: [ { to: \"jms:a\" } ] } }",
                "doTry: { doFinally: { steps: [ { to: \"jms:a\" } ] }, steps: [ { log: a } ] }",
                "multicast: { steps: [ { to: \"jms:a\" } ] }",
            })
    void refusesWhatIsNotItsOwn(String step) throws Exception {
        assertThat(problems(ROUTE + "        - " + step + "\n"))
                .singleElement()
                .asString()
                .startsWith("CML-005 CML-005 ");
    }

    @Test
    void refusesTheGatewaysOwnDirectory() throws Exception {
        String archive = directory.resolve("routes/../data/archive").toString();
        assertThat(problems(ROUTE + "        - to: file:" + archive + "\n"))
                .singleElement()
                .asString()
                .startsWith("CML-005 ");
        assertThat(problems(ROUTE + "        - to: file:" + directory.resolve("drop") + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: direct:wren-intake",
                "to: seda:wren-later",
                "wireTap: { uri: \"http://127.0.0.1:1/a?b=c\" }",
                "filter: { simple: \"${body} contains 'x'\", steps: [ { log: a } ] }",
                "choice: { when: [ { xpath: /a, steps: [ { log: a } ] } ] }",
            })
    void letsARouteMoveAndLookAtBytes(String step) throws Exception {
        assertThat(problems(ROUTE + "        - " + step + "\n")).isEmpty();
    }
}
