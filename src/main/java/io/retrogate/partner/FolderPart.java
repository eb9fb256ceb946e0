package io.retrogate.partner;

import java.nio.file.Path;
import java.util.List;

/**
 * What another package keeps in partner folders, Camel routes for example. Called by one thread at
 * a time. The folder's last path element is the name of the partner or endpoint.
 */
public interface FolderPart {

    /**
     * What is wrong with this part of the folder; changes nothing. With any problem in it that is
     * no warning, the folder does not go live and its last good version keeps serving.
     */
    List<FolderProblem> check(Path folder);

    /**
     * Takes the files that {@link #check} found good into use, in place of what the folder had
     * before; also called for a folder that has nothing of this part. Wholly or not at all: if it
     * throws, what was in use before stays in use.
     */
    void activate(Path folder);

    /** Takes everything of a deleted folder out of use; harmless if there was nothing. */
    void withdraw(Path folder);
}
