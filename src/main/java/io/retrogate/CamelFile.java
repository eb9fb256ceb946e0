package io.retrogate;

import io.retrogate.edi.GatewayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateParameterDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;
import org.apache.camel.model.TemplatedRouteParameterDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * One {@code *.camel.yaml} as it was when it was read.
 *
 * @param folder the partner folder, from which file names in parameters start
 * @param data the gateway's own directory, out of the reach of routes
 */
record CamelFile(Path folder, Path file, String text, Path data) {

    private static final String PARTNER = "partner";
    private static final String ROUTE = "route";

    /** Adds the routes, and notes each id in {@code added} as soon as its route is there. */
    void addTo(CamelContext camel, List<String> added) throws Exception {
        for (RouteBuilder builder : parsed(camel)) {
            for (TemplatedRouteDefinition templated :
                    builder.getTemplatedRouteCollection().getTemplatedRoutes()) {
                String id = owned(templated.getRouteId());
                added.add(id);
                filled(camel, templated, id).add();
            }
            for (RouteDefinition route : builder.getRouteCollection().getRoutes()) {
                String id = owned(route.getRouteId());
                new FreeRoute(camel, name(), data).check(route, text);
                added.add(id);
                ((ModelCamelContext) camel).addRouteDefinition(route);
            }
        }
    }

    private List<RouteBuilder> parsed(CamelContext camel) throws Exception {
        var resource = ResourceHelper.fromString(file.getFileName().toString(), text);
        List<RouteBuilder> builders = new ArrayList<>();
        for (RoutesBuilder found :
                PluginHelper.getRoutesLoader(camel).findRoutesBuilders(resource)) {
            if (found instanceof RouteBuilder builder) {
                builder.setCamelContext(camel);
                builder.configure();
                refuseMore(builder);
                builders.add(builder);
            }
        }
        return builders;
    }

    /** A folder may not change how everybody else's routes behave. */
    private static void refuseMore(RouteBuilder builder) {
        boolean more =
                !builder.getRouteTemplateCollection().getRouteTemplates().isEmpty()
                        || !builder.getRests().getRests().isEmpty();
        if (more) {
            throw new GatewayException(CamelProblem.NOT_A_ROUTE, "found something else");
        }
    }

    private TemplatedRouteBuilder filled(
            CamelContext camel, TemplatedRouteDefinition templated, String id) {
        var template =
                ((ModelCamelContext) camel)
                        .getRouteTemplateDefinition(templated.getRouteTemplateRef());
        if (template == null) {
            throw new GatewayException(
                    CamelProblem.ROUTES_BROKEN, "no template " + templated.getRouteTemplateRef());
        }
        List<String> known =
                template.getTemplateParameters().stream()
                        .map(RouteTemplateParameterDefinition::getName)
                        .filter(name -> !name.equals(PARTNER) && !name.equals(ROUTE))
                        .toList();
        var route =
                TemplatedRouteBuilder.builder(camel, templated.getRouteTemplateRef()).routeId(id);
        if (templated.getParameters() != null) {
            for (TemplatedRouteParameterDefinition parameter : templated.getParameters()) {
                if (!known.contains(parameter.getName())) {
                    throw new GatewayException(
                            CamelProblem.ROUTES_BROKEN,
                            "parameter " + parameter.getName() + " is unknown; there are " + known);
                }
                route.parameter(parameter.getName(), value(camel, parameter));
            }
        }
        return route.parameter(PARTNER, name()).parameter(ROUTE, id);
    }

    private String value(CamelContext camel, TemplatedRouteParameterDefinition parameter) {
        String value = camel.resolvePropertyPlaceholders(parameter.getValue());
        boolean isFile =
                parameter.getName().endsWith("File") || parameter.getName().equals("knownHosts");
        if (!isFile) {
            return value;
        }
        Path path = folder.resolve(value).toAbsolutePath().normalize();
        if (!Files.isReadable(path)) {
            throw new GatewayException(
                    CamelProblem.FILE_MISSING, "parameter " + parameter.getName() + " is " + path);
        }
        return path.toString();
    }

    private String owned(@Nullable String id) {
        if (id == null || !id.startsWith(name() + "-")) {
            throw new GatewayException(
                    CamelProblem.FOREIGN_NAME, "route id " + id + " in folder " + name());
        }
        return id;
    }

    private String name() {
        return String.valueOf(folder.getFileName());
    }
}
