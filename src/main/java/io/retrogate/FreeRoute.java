package io.retrogate;

import io.retrogate.edi.GatewayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.TryDefinition;

/**
 * What a route may use that a partner's folder writes itself: it moves and looks at bytes, on ways
 * of its own. The gateway's queues, beans, files and the routes of others are out of its reach, so
 * that whatever stands in a folder, what we acknowledged stays true.
 *
 * @param data the gateway's own directory
 */
record FreeRoute(CamelContext camel, String folder, Path data) {

    private static final Set<String> STEPS =
            Set.of(
                    "to",
                    "wireTap",
                    "multicast",
                    "pipeline",
                    "step",
                    "split",
                    "loop",
                    "filter",
                    "choice",
                    "when",
                    "otherwise",
                    "doTry",
                    "doCatch",
                    "doFinally",
                    "onException",
                    "throwException",
                    "stop",
                    "validate",
                    "log",
                    "delay",
                    "throttle",
                    "setBody",
                    "setHeader",
                    "setProperty",
                    "setVariable",
                    "removeHeader",
                    "removeHeaders",
                    "removeProperty",
                    "removeVariable",
                    "transform",
                    "convertBodyTo");
    private static final Set<String> OWN = Set.of("direct", "seda");
    private static final Set<String> OUTSIDE =
            Set.of("file", "sftp", "ftps", "http", "https", "timer", "log");
    private static final Set<String> LANGUAGES =
            Set.of(
                    "simple",
                    "constant",
                    "header",
                    "exchangeProperty",
                    "variable",
                    "tokenize",
                    "xpath");
    private static final Pattern INWARDS =
            Pattern.compile("\\{\\s*(bean:|ref:|camelContext|exchange\\b|exchangeExtension)");
    private static final Pattern ADDRESS = Pattern.compile("([a-z+]+):(?://)?([^?]*).*");

    /** Fails if the route reaches for what is not its own. */
    void check(RouteDefinition route, String text) {
        address(String.valueOf(route.getInput().getEndpointUri()));
        for (var step : steps(route.getOutputs())) {
            if (!STEPS.contains(step.getShortName())) {
                throw refused("the step " + step.getShortName());
            }
            if (step instanceof SendDefinition<?> send) {
                address(String.valueOf(send.getUri()));
            }
            if (step instanceof ToDynamicDefinition tap) {
                address(String.valueOf(tap.getUri()));
            }
            if (step instanceof org.apache.camel.model.ExpressionNode node
                    && node.getExpression() != null
                    && !LANGUAGES.contains(node.getExpression().getLanguage())) {
                throw refused("the language " + node.getExpression().getLanguage());
            }
        }
        Matcher inwards = INWARDS.matcher(text);
        if (inwards.find()) {
            throw refused("the expression ${" + inwards.group(1));
        }
    }

    private static List<ProcessorDefinition<?>> steps(List<ProcessorDefinition<?>> outputs) {
        List<ProcessorDefinition<?>> all = new ArrayList<>();
        for (ProcessorDefinition<?> step : outputs) {
            all.add(step);
            all.addAll(steps(step.getOutputs()));
            if (step instanceof TryDefinition attempt) {
                all.addAll(steps(List.copyOf(attempt.getCatchClauses())));
                if (attempt.getFinallyClause() != null) {
                    all.addAll(steps(List.of(attempt.getFinallyClause())));
                }
            }
        }
        return all;
    }

    private void address(String written) {
        String uri = camel.resolvePropertyPlaceholders(written);
        Matcher address = ADDRESS.matcher(uri);
        if (!address.matches()) {
            throw refused("the address " + written);
        }
        String scheme = address.group(1);
        String rest = address.group(2);
        boolean own = OWN.contains(scheme) && rest.startsWith(folder + "-");
        if (!own && !OUTSIDE.contains(scheme)) {
            throw refused("the address " + written);
        }
        if (scheme.equals("file") && within(rest)) {
            throw refused("the gateway's own directory " + data);
        }
    }

    private boolean within(String path) {
        return Path.of(path).toAbsolutePath().normalize().startsWith(data);
    }

    private GatewayException refused(String what) {
        return new GatewayException(
                CamelProblem.OUT_OF_REACH, what + " is not for a route of folder " + folder);
    }
}
