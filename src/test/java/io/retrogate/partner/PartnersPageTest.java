package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.as2.As2Party;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code src/docs/partners.md} shows works, and it names every key. */
@Timeout(60)
class PartnersPageTest {

    private static final Path PAGE = Path.of("src/docs/partners.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\\n# routes/(\\S+)\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern UNDER_AS2 =
            Pattern.compile("```yaml\\n# under as2:\\n(.*?)```", Pattern.DOTALL);

    @TempDir Path directory;

    @Test
    void everyExampleGoesLive() throws Exception {
        var folders = new Folders(directory);
        Map<String, String> examples = examples();
        assertThat(examples)
                .containsKeys("bergmann/agreement.yaml", "wms/endpoint.yaml")
                .hasSizeGreaterThanOrEqualTo(2);
        examples.forEach(folders::write);
        As2Party bergmann = Folders.party("bergmann", Duration.ofDays(300));
        folders.certificate("bergmann/certs/bergmann-2026.pem", bergmann);
        folders.write("wms/token", "secret");

        var partners = folders.partners();

        assertThat(partners.problems()).isEmpty();
        assertThat(partners.named("bergmann").flatMap(TradingPartner::as2)).isPresent();
        assertThat(partners.endpoint("wms")).isPresent();
    }

    @Test
    void theExampleOfAChangeOfCertificatesWorks() throws Exception {
        var folders = new Folders(directory);
        examples().forEach(folders::write);
        folders.write("wms/token", "secret");
        As2Party old = Folders.party("old", Duration.ofDays(300));
        As2Party next = Folders.party("next", Duration.ofDays(300));
        folders.certificate("bergmann/certs/bergmann-2026.pem", old);
        folders.certificate("bergmann/certs/bergmann-2027.pem", next);
        var lines = UNDER_AS2.matcher(Files.readString(PAGE));
        assertThat(lines.find()).isTrue();
        folders.replace("bergmann/agreement.yaml", "as2:\n", "as2:\n" + lines.group(1));

        var check = folders.check("bergmann");

        assertThat(check.problems()).isEmpty();
        assertThat(
                        check.partner()
                                .flatMap(TradingPartner::as2)
                                .orElseThrow()
                                .certificates()
                                .verifying())
                .containsExactly(next.certificate(), old.certificate());
    }

    @Test
    void namesEveryKeyOfBothFiles() throws Exception {
        String page = Files.readString(PAGE);
        for (String schema : List.of("agreement", "endpoint")) {
            var keys = new TreeSet<String>();
            try (var in = getClass().getResourceAsStream("/schemas/" + schema + "/1.0.json")) {
                collect(new ObjectMapper().readTree(in), keys);
            }
            assertThat(keys).hasSizeGreaterThan(5);
            assertThat(keys).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
        }
    }

    @Test
    void everyProblemIsListedWithItsId() throws Exception {
        String list = Files.readString(Path.of("src/docs/problems.md"));

        var ids = new ArrayList<String>();
        for (PartnerProblem problem : PartnerProblem.values()) {
            assertThat(list).contains("| " + problem.id() + " |");
            ids.add(problem.id());
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    private static void collect(JsonNode schema, TreeSet<String> keys) {
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(child -> collect(child, keys));
    }

    private static Map<String, String> examples() throws Exception {
        var examples = new LinkedHashMap<String, String>();
        var matcher = EXAMPLE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            examples.put(matcher.group(1), matcher.group(2));
        }
        return examples;
    }
}
