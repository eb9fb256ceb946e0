package io.retrogate.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files {@code mapping/*.yaml} of a partner's folder; what they say is not looked at. */
final class MappingFileReader {

    private MappingFileReader() {}

    static List<MappingFile> read(Path folder, Problems problems) {
        var read = new ArrayList<MappingFile>();
        for (Path file : GuideReader.files(folder.resolve("mapping"), problems)) {
            try {
                read.add(new MappingFile(file, Files.readString(file)));
            } catch (IOException e) {
                String text = "It cannot be read (" + e.getClass().getSimpleName() + ").";
                problems.add(PartnerProblem.FOLDER_UNREADABLE, file, 0, text);
            }
        }
        return List.copyOf(read);
    }
}
