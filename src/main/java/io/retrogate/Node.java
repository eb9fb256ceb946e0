package io.retrogate;

import io.retrogate.edi.GatewayException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * This process among those that make up one gateway.
 *
 * @param shared what all of them have in common: archive, keys, the console's secret
 * @param name tells them from each other; empty for the only one
 */
record Node(Path shared, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Fails with GTW-004 if something is shared by nodes without names. */
    static Node of(Environment environment) {
        var data = environment.getProperty("retrogate.data", ".retrogate");
        var shared = environment.getProperty("retrogate.shared", data);
        var name = environment.getProperty("retrogate.node", "");
        boolean alone = Path.of(shared).equals(Path.of(data));
        if (!NAME.matcher(name).matches() && !(alone && name.isEmpty())) {
            throw new GatewayException(RootProblem.NODE_UNNAMED, "'" + name + "' in " + shared);
        }
        return new Node(Path.of(shared), name);
    }
}
