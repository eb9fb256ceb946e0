package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.deliver.DeliverTemplates;
import io.retrogate.receive.ReceiveTemplates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.junit.jupiter.api.Test;

/** The second half of {@code src/docs/routes.md} is what the templates say of themselves. */
class RoutesPageTest {

    private static final Path PAGE = Path.of("src/docs/routes.md");
    private static final String HEAD = "## The templates\n";

    /** By the gateway itself. */
    private static final List<String> GIVEN = List.of("partner", "route");

    @Test
    void listsEveryTemplateWithItsParameters() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(page).contains(HEAD);
        String yielded = page.substring(0, page.indexOf(HEAD)) + HEAD + templates();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, yielded);
            return;
        }
        assertThat(page).as(PAGE + " (-Dgolden.update=true)").isEqualTo(yielded);
    }

    private static String templates() throws Exception {
        var receive =
                new ReceiveTemplates(null, null, p -> {}, Clock.systemUTC(), Path.of("target"));
        try (var camel = new DefaultCamelContext()) {
            for (var template :
                    Stream.of(receive.all(), new DeliverTemplates().all())
                            .flatMap(List::stream)
                            .toList()) {
                camel.addRoutes(template.get());
            }
            assertThat(camel.getRouteTemplateDefinitions()).hasSizeGreaterThan(2);
            return camel.getRouteTemplateDefinitions().stream()
                    .sorted(Comparator.comparing(RouteTemplateDefinition::getId))
                    .map(RoutesPageTest::section)
                    .collect(Collectors.joining());
        }
    }

    private static String section(RouteTemplateDefinition template) {
        assertThat(template.getDescriptionText()).as(template.getId()).isNotBlank();
        String head = "\n### " + template.getId() + "\n\n" + template.getDescriptionText() + "\n";
        if (GIVEN.containsAll(names(template))) {
            return head;
        }
        return head
                + "\n| parameter | default | meaning |\n|---|---|---|\n"
                + template.getTemplateParameters().stream()
                        .filter(p -> !GIVEN.contains(p.getName()))
                        .map(RoutesPageTest::row)
                        .collect(Collectors.joining());
    }

    private static List<String> names(RouteTemplateDefinition template) {
        return template.getTemplateParameters().stream()
                .map(RouteTemplateParameterDefinition::getName)
                .toList();
    }

    private static String row(RouteTemplateParameterDefinition parameter) {
        String name = parameter.getName();
        String meaning = parameter.getDescription();
        assertThat(meaning).as(name).isNotBlank();
        return "| `" + name + "` | " + byDefault(parameter) + " | " + meaning + " |\n";
    }

    private static String byDefault(RouteTemplateParameterDefinition parameter) {
        String value = parameter.getDefaultValue();
        if (value == null) {
            return "required";
        }
        return value.isEmpty() ? "" : "`" + value + "`";
    }
}
