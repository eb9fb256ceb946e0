package io.retrogate.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the version in the jar's manifest. */
final class RetrogateVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = RetrogateVersion.class.getPackage().getImplementationVersion();
        return new String[] {"retrogate " + Objects.requireNonNullElse(version, "(development)")};
    }
}
