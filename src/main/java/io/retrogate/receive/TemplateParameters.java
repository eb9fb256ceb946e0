package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.RouteTemplateContext;

/** What a partner's file says for the parameters of a template; wrong ones are refused by name. */
record TemplateParameters(RouteTemplateContext route) {

    private static final String TIME = "is a time like 30s or 1h, not '";

    String text(String name) {
        Object value = route.getParameters().get(name);
        return value == null
                ? ""
                : route.getCamelContext().resolvePropertyPlaceholders(value.toString());
    }

    String partner() {
        return text("partner");
    }

    Duration duration(String name) {
        String text = text(name);
        try {
            Duration duration =
                    route.getCamelContext()
                            .getTypeConverter()
                            .mandatoryConvertTo(Duration.class, text);
            if (duration.toMillis() > 0) {
                return duration;
            }
        } catch (Exception e) { // Camel declares no narrower one
            throw wrong(name, TIME + text + "'");
        }
        throw wrong(name, TIME + text + "'");
    }

    boolean flag(String name) {
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(name, "is true or false, not '" + text + "'");
        }
        return text.equals("true");
    }

    /** The path of a file that can be read. */
    String readable(String name) {
        String file = text(name);
        if (!Files.isReadable(Path.of(file))) {
            throw wrong(name, "cannot read " + file);
        }
        return file;
    }

    /** What stands in a file that holds a secret. */
    String secret(String name) {
        String file = text(name);
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw wrong(name, "cannot read " + file);
        }
    }

    void bind(String name, Object value) {
        route.getCamelContext().getRegistry().bind(name, value);
    }

    /** Beginning with the parameter's name, so that its line can be found. */
    static GatewayException wrong(String name, String detail) {
        return new GatewayException(FileProblem.PARAMETER, "parameter " + name + " " + detail);
    }
}
