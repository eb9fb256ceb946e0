package io.retrogate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux says a process has used of the processor, in user and in kernel mode. */
final class ProcessorTime {

    /** The unit of these fields towards user space, whatever the kernel ticks at inside. */
    private static final long TICKS_PER_SECOND = 100;

    /** Fields after the name, which may contain blanks itself. */
    private static final int UTIME = 11;

    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private ProcessorTime() {}

    static Duration of(long pid) throws IOException {
        return ticks(pid, UTIME, STIME);
    }

    /** The process and those it started, also if they have ended. */
    static Duration withChildren(long pid) throws IOException {
        var sum = ticks(pid, UTIME, STIME, CUTIME, CSTIME);
        var children = ProcessHandle.of(pid).map(ProcessHandle::children).orElse(Stream.empty());
        for (var child : children.toList()) {
            sum = sum.plus(of(child.pid()));
        }
        return sum;
    }

    private static Duration ticks(long pid, int... fields) throws IOException {
        try {
            var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(words[field]);
            }
            return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        }
    }
}
