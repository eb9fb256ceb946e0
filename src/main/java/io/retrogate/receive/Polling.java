package io.retrogate.receive;

import io.retrogate.ledger.Arrival;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.model.RouteTemplateDefinition;

/** What all templates have in common that look into a folder again and again. */
final class Polling {

    /** Of a Camel URI; the beans are those of {@link #prepare}. */
    static final String OPTIONS =
            "filter=#{{route}}-pickup&exceptionHandler=#{{route}}-failures"
                    + "&processStrategy=#{{route}}-afterwards&recursive={{nested}}"
                    + "&sortBy=file:modified;file:name&delay={{delay}}&initialDelay=0"
                    + "&backoffErrorThreshold=3&backoffMultiplier=5";

    private final FileIntake intake;
    private final Clock clock;
    private final Path work;

    Polling(FileIntake intake, Clock clock, Path work) {
        this.intake = intake;
        this.clock = clock;
        this.work = work;
    }

    static RouteTemplateDefinition declare(RouteTemplateDefinition template) {
        return template.templateParameter(
                        "include", "*", "which files, as patterns: `*.edi`; several with blanks")
                .templateParameter("exclude", "", "which of these not")
                .templateParameter("nested", "false", "whether folders in the folder count, too")
                .templateParameter(
                        "after",
                        "move",
                        "what becomes of a file that is ours: `move`, `delete` or `keep`")
                .templateParameter(
                        "done", "done", "with `move`: where it goes, from the file's folder")
                .templateParameter("delay", "5s", "time between polls")
                .templateParameter(
                        "incompleteAfter", "1h", "how long a file without its end is waited for")
                .templateParameter(
                        "through",
                        "",
                        "a route of the folder that decides which files go to the intake");
    }

    /** Binds the beans of one route, under the route's name. */
    void prepare(TemplateParameters parameters, Arrival.Channel way, String place) {
        String partner = parameters.partner();
        String own = parameters.text("route");
        var afterwards = Afterwards.of(parameters);
        var sightings = new Sightings(parameters.duration("incompleteAfter"), clock);
        parameters.duration("delay");
        var failures = new FileFailures(partner, clock);
        var pickup =
                new FilePickup(
                        Wanted.of(parameters),
                        sightings,
                        afterwards == Afterwards.KEEP
                                ? Optional.of(new KeptFiles(journal(partner, place), clock))
                                : Optional.empty(),
                        new IntakeWay(partner, way, intake, through(parameters)),
                        failures);
        parameters.bind(own + "-pickup", pickup);
        parameters.bind(own + "-failures", failures);
        parameters.bind(own + "-work", work.resolve(own).toAbsolutePath().toString());
        parameters.bind(
                own + "-afterwards",
                afterwards.strategy(
                        parameters.route().getCamelContext(), parameters.text("done"), clock));
    }

    /** Of the place, not of the whole route: another delay does not make a file a new one. */
    private Path journal(String partner, String place) {
        return work.resolve("kept").resolve(partner + "-" + Integer.toHexString(place.hashCode()));
    }

    private static Optional<String> through(TemplateParameters parameters) {
        String through = parameters.text("through");
        if (through.isEmpty()) {
            return Optional.empty();
        }
        if (!through.startsWith(parameters.partner() + "-")) {
            throw TemplateParameters.wrong(
                    "through", "names a route of this folder, not '" + through + "'");
        }
        return Optional.of(through);
    }
}
