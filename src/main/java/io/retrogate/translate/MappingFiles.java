package io.retrogate.translate;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.MessageType;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.MappingFile;
import io.retrogate.partner.PartnerFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Compiles the mappings of a partner's folder, to see whether they fit. */
final class MappingFiles implements FolderPart {

    private final Mappings builtIn;

    MappingFiles(Mappings builtIn) {
        this.builtIn = builtIn;
    }

    /** The first mistake of each file. */
    @Override
    public List<FolderProblem> check(Path folder) {
        var problems = new ArrayList<FolderProblem>();
        var mapped = new HashMap<MessageType, Path>();
        for (var source : PartnerFolders.mappings(folder)) {
            try {
                check(source, mapped);
            } catch (GatewayException e) {
                problems.add(MappingLine.inFolder(e, source.file()));
            }
        }
        return problems;
    }

    private void check(MappingFile source, HashMap<MessageType, Path> mapped) {
        var text = PartnerMappings.text(source);
        for (var message : text.messages()) {
            builtIn.compile(message, text);
            var other = mapped.putIfAbsent(message, source.file());
            if (other != null) {
                throw text.top()
                        .line()
                        .problem(
                                TranslateProblem.RULE_INVALID,
                                message + " is mapped by " + other.getFileName() + " already");
            }
        }
    }

    /** A partner carries its mappings with it. */
    @Override
    public void activate(Path folder) {}

    @Override
    public void withdraw(Path folder) {}
}
