package io.retrogate.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a folder among its neighbours, as {@code partner check} does. */
final class FolderInspection {

    private final FolderReader reader;
    private final List<FolderPart> parts;

    FolderInspection(FolderReader reader, List<FolderPart> parts) {
        this.reader = reader;
        this.parts = parts;
    }

    FolderCheck inspect(Path folder) {
        var standing = new Standing(folder);
        var problems = new Problems();
        FolderRead read = readWithParts(folder);
        standing.read(new Fingerprint(java.util.Map.of()), Instant.EPOCH, read);
        var all = neighbours(folder, problems);
        all.add(standing);
        Rivals.settle(all);
        problems.addAll(standing.problems());
        Optional<Loaded> good = problems.stop() ? Optional.empty() : standing.candidate();
        return new FolderCheck(
                folder,
                good.flatMap(Loaded::partner),
                good.flatMap(Loaded::endpoint),
                problems.all());
    }

    /** Reads the folder and asks each part about it. */
    FolderRead readWithParts(Path folder) {
        var problems = new Problems();
        try {
            FolderRead read = reader.read(folder);
            problems.addAll(read.problems());
            for (FolderPart part : parts) {
                problems.addAll(part.check(folder));
            }
            return problems.stop()
                    ? FolderRead.broken(problems.all())
                    : new FolderRead(read.loaded(), problems.all());
        } catch (RuntimeException e) {
            // Whatever is in one folder, the others must go on.
            String text = "It could not be checked (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.PART_FAILED, folder, 0, text);
            return FolderRead.broken(problems.all());
        }
    }

    private List<Standing> neighbours(Path folder, Problems problems) {
        var neighbours = new ArrayList<Standing>();
        var alone = new FolderInspection(reader, List.of());
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return neighbours;
        }
        try {
            for (Path path : FolderWatch.folders(parent)) {
                if (!FolderReader.nameOf(path).equals(FolderReader.nameOf(folder))) {
                    var neighbour = new Standing(path);
                    alone.readWithParts(path).loaded().ifPresent(neighbour::serve);
                    neighbours.add(neighbour);
                }
            }
        } catch (IOException e) {
            String text = "It cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.ROUTES_MISSING, parent, 0, text);
        }
        return neighbours;
    }
}
