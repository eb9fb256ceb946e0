package io.retrogate;

import io.retrogate.cli.GatewayLauncher.Afterwards;
import java.util.Map;

record Demonstration(Afterwards afterwards, Map<String, String> properties) {
    int play() {
        throw new UnsupportedOperationException();
    }
}
