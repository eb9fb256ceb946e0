package io.retrogate;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Loads the {@code *.camel.yaml} of each folder by itself. Camel's own reload would take every
 * route down for one broken file; here a broken one leaves what ran before running.
 */
@Component
final class CamelFolders implements FolderPart {

    private static final String FILES = "*.camel.yaml";

    private final CamelContext camel;
    private final Map<Path, Live> live = new HashMap<>();

    CamelFolders(CamelContext camel) {
        this.camel = camel;
    }

    /** The routes of a folder, and the texts they were made of. */
    private record Live(Set<String> routes, Map<String, String> texts) {}

    @Override
    public List<FolderProblem> check(Path folder) {
        var problems = new ArrayList<FolderProblem>();
        for (var file : files(folder)) {
            try {
                var entries = yaml().load(Files.readString(file));
                if (!(entries instanceof List)) {
                    problems.add(
                            problem(file, 1, "Routes are a list: each entry starts with a dash."));
                }
            } catch (MarkedYAMLException e) {
                int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
                problems.add(problem(file, line, e.getProblem() + "."));
            } catch (IOException e) {
                problems.add(problem(file, 0, "It cannot be read."));
            }
        }
        return problems;
    }

    @Override
    public void activate(Path folder) {
        var texts = texts(folder);
        var before = live.get(folder);
        if (before != null && before.texts().equals(texts)) {
            return;
        }
        withdraw(folder);
        try {
            live.put(folder, load(texts));
        } catch (GatewayException e) {
            if (before != null) {
                live.put(folder, load(before.texts()));
            }
            throw e;
        }
    }

    @Override
    public void withdraw(Path folder) {
        var gone = live.remove(folder);
        if (gone != null) {
            gone.routes().forEach(id -> Routes.remove(camel, id));
        }
    }

    private Live load(Map<String, String> texts) {
        var known = ids();
        try {
            for (var text : texts.entrySet()) {
                Resource resource = ResourceHelper.fromString(text.getKey(), text.getValue());
                PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
            }
            return new Live(added(known), texts);
        } catch (Exception e) { // Camel declares no narrower one
            added(known).forEach(id -> Routes.remove(camel, id));
            throw new GatewayException(RootProblem.ROUTE_BROKEN, String.valueOf(e.getMessage()), e);
        }
    }

    private Set<String> added(Set<String> known) {
        var added = new HashSet<>(ids());
        added.removeAll(known);
        return added;
    }

    private Set<String> ids() {
        var ids = new HashSet<String>();
        camel.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
        ((ModelCamelContext) camel).getRouteDefinitions().forEach(d -> ids.add(d.getRouteId()));
        return ids;
    }

    private static Map<String, String> texts(Path folder) {
        var texts = new HashMap<String, String>();
        for (var file : files(folder)) {
            try {
                texts.put(
                        file.getFileName().toString(),
                        Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new GatewayException(RootProblem.ROUTE_BROKEN, file.toString(), e);
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(folder, FILES)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new GatewayException(RootProblem.ROUTE_BROKEN, folder.toString(), e);
        }
        return files.stream().sorted().toList();
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static FolderProblem problem(Path file, int line, String why) {
        return new FolderProblem(RootProblem.ROUTE_BROKEN, file, line, why);
    }
}
