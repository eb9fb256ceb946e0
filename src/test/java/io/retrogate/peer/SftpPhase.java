package io.retrogate.peer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a connection to {@link OpenSshServer} stands, in the server's own words. */
public enum SftpPhase {
    GREETING("^"),
    KEYS("SSH2_MSG_KEXINIT received"),
    LOGIN("userauth-request for user"),
    SUBSYSTEM("request subsystem reply"),
    VERSION("received client version"),
    LIST("opendir \""),
    DOWNLOAD("open \".* flags READ "),
    DOWNLOADED("close \".* bytes read [1-9]"),
    FOLDER("mkdir name \""),
    UPLOAD("open \".* flags WRITE"),
    UPLOADED("close \".* written [1-9]"),
    MOVE("posix-rename old \"");

    private static final int NEVER = -1;

    private final Pattern said;

    SftpPhase(String said) {
        this.said = Pattern.compile(said);
    }

    public boolean reached(String log) {
        return lastIn(log) != NEVER;
    }

    /** The last thing that it has begun with. */
    public static SftpPhase of(String log) {
        return Arrays.stream(values())
                .max(Comparator.comparingInt(phase -> phase.lastIn(log)))
                .orElseThrow();
    }

    private int lastIn(String log) {
        int last = NEVER;
        for (Matcher found = said.matcher(log); found.find(); ) {
            last = found.start();
        }
        return last;
    }
}
