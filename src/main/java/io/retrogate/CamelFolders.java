package io.retrogate;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the Camel routes of the partner folders, each folder by itself. Camel's own reload takes
 * every route down when one file is wrong; here a folder's routes are tried in a scratch context
 * first, and put back if the new ones do not start.
 */
final class CamelFolders implements FolderPart {

    private static final Logger log = LoggerFactory.getLogger(CamelFolders.class);

    private final CamelContext camel;
    private final List<Supplier<RouteBuilder>> templates;
    private final Function<String, @Nullable String> properties;
    private final Map<Path, Running> running = new HashMap<>();
    private final Map<Path, List<CamelFile>> waiting = new HashMap<>();
    private boolean open;

    CamelFolders(
            CamelContext camel,
            List<Supplier<RouteBuilder>> templates,
            Function<String, @Nullable String> properties) {
        this.camel = camel;
        this.templates = List.copyOf(templates);
        this.properties = properties;
    }

    private record Running(List<CamelFile> files, List<String> routes) {}

    /** To be called once Camel runs; what was activated before starts now. */
    synchronized void open() throws Exception {
        for (Supplier<RouteBuilder> template : templates) {
            camel.addRoutes(template.get());
        }
        open = true;
        for (Map.Entry<Path, List<CamelFile>> folder : waiting.entrySet()) {
            try {
                replace(folder.getKey(), folder.getValue());
            } catch (RuntimeException e) {
                log.atError()
                        .addKeyValue("folder", folder.getKey())
                        .addKeyValue("problem", CamelProblem.ROUTES_BROKEN.id())
                        .setCause(e)
                        .log("routes do not start");
            }
        }
        waiting.clear();
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        List<FolderProblem> problems = new ArrayList<>();
        try {
            for (CamelFile file : read(folder)) {
                problem(file).ifPresent(problems::add);
            }
        } catch (GatewayException e) {
            problems.add(new FolderProblem(e.code(), folder, 0, detail(e)));
        }
        return problems;
    }

    private Optional<FolderProblem> problem(CamelFile file) {
        try (DefaultCamelContext scratch = new DefaultCamelContext()) {
            // Routes are built, endpoints and their options with them, but nothing connects.
            scratch.setAutoStartup(false);
            scratch.getCamelContextExtension().setName("check-" + file.file().getFileName());
            scratch.getPropertiesComponent().addPropertiesSource(new Surroundings(properties));
            for (Supplier<RouteBuilder> template : templates) {
                scratch.addRoutes(template.get());
            }
            scratch.start();
            file.addTo(scratch, new ArrayList<>());
            return Optional.empty();
        } catch (Exception e) {
            return Optional.of(
                    new FolderProblem(
                            code(e), file.file(), YamlLine.of(e, file.text()), detail(e)));
        }
    }

    @Override
    public synchronized void activate(Path folder) {
        List<CamelFile> files = read(folder);
        if (open) {
            replace(folder, files);
        } else {
            waiting.put(folder, files);
        }
    }

    @Override
    public synchronized void withdraw(Path folder) {
        waiting.remove(folder);
        Running before = running.remove(folder);
        if (before != null) {
            remove(before.routes());
        }
    }

    private void replace(Path folder, List<CamelFile> files) {
        Running before = running.getOrDefault(folder, new Running(List.of(), List.of()));
        if (before.files().equals(files) && !before.routes().isEmpty()) {
            return;
        }
        remove(before.routes());
        List<String> added = new ArrayList<>();
        try {
            add(files, added);
            running.put(folder, new Running(files, added));
        } catch (Exception e) {
            remove(added);
            restore(folder, before);
            throw new GatewayException(CamelProblem.ROUTES_BROKEN, detail(e), e);
        }
    }

    private void restore(Path folder, Running before) {
        List<String> added = new ArrayList<>();
        try {
            add(before.files(), added);
            running.put(folder, new Running(before.files(), added));
        } catch (Exception e) {
            remove(added);
            running.remove(folder);
            log.atError()
                    .addKeyValue("folder", folder)
                    .addKeyValue("problem", CamelProblem.ROUTES_BROKEN.id())
                    .setCause(e)
                    .log("the last good routes do not start either");
        }
    }

    private void add(List<CamelFile> files, List<String> added) throws Exception {
        for (CamelFile file : files) {
            file.addTo(camel, added);
        }
    }

    private void remove(List<String> routes) {
        for (String route : routes) {
            try {
                camel.getRouteController().stopRoute(route);
                camel.removeRoute(route);
            } catch (Exception e) {
                log.atWarn().addKeyValue("route", route).setCause(e).log("route does not stop");
            }
        }
    }

    private List<CamelFile> read(Path folder) {
        List<CamelFile> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.camel.yaml")) {
            for (Path file : found) {
                files.add(new CamelFile(folder, file, Files.readString(file), data()));
            }
        } catch (IOException e) {
            throw new GatewayException(CamelProblem.FILE_MISSING, folder + ": " + e, e);
        }
        files.sort(Comparator.comparing(CamelFile::file));
        return files;
    }

    private Path data() {
        String data = properties.apply("retrogate.data");
        return Path.of(data == null ? ".retrogate" : data).toAbsolutePath().normalize();
    }

    private static ProblemCode code(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof GatewayException gateway) {
                return gateway.code();
            }
        }
        return CamelProblem.ROUTES_BROKEN;
    }

    private static String detail(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
