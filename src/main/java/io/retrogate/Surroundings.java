package io.retrogate;

import java.util.function.Function;
import org.apache.camel.spi.PropertiesSource;
import org.jspecify.annotations.Nullable;

/** Lets Camel's {@code {{name}}} see the gateway's properties. */
record Surroundings(Function<String, @Nullable String> properties) implements PropertiesSource {

    @Override
    public String getName() {
        return "gateway";
    }

    @Override
    public @Nullable String getProperty(String name) {
        return properties.apply(name);
    }
}
