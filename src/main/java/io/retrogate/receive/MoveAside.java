package io.retrogate.receive;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.strategy.GenericFileRenameProcessStrategy;

/**
 * Moves a file that is ours, and leaves alone what stands where it goes. Camel's own move deletes
 * that first: where another gateway has just moved the same file, it was the only copy.
 */
final class MoveAside extends GenericFileRenameProcessStrategy<Object> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;

    MoveAside(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected GenericFile<Object> renameFile(
            GenericFileOperations<Object> operations,
            GenericFile<Object> from,
            GenericFile<Object> to) {
        if (!operations.buildDirectory(to.getParent(), to.isAbsolute())) {
            throw new GenericFileOperationFailedException("Cannot make folder " + to.getParent());
        }
        String source = from.getAbsoluteFilePath();
        String target = to.getAbsoluteFilePath();
        if (operations.existsFile(target)) {
            target = timed(target);
        }
        if (!renamed(operations, source, target) && operations.existsFile(source)) {
            throw new GenericFileOperationFailedException(
                    "Cannot move " + source + " to " + target);
        }
        return to;
    }

    /** False also where the file is gone, as another gateway was faster. */
    private static boolean renamed(
            GenericFileOperations<Object> operations, String source, String target) {
        try {
            return operations.renameFile(source, target);
        } catch (GenericFileOperationFailedException e) {
            return false;
        }
    }

    private String timed(String path) {
        int dot = path.lastIndexOf('.');
        int end = dot > path.lastIndexOf('/') + 1 ? dot : path.length();
        return path.substring(0, end) + "-" + TIME.format(clock.instant()) + path.substring(end);
    }
}
