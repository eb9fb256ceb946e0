package io.retrogate.translate;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Guide;
import io.retrogate.partner.MappingFile;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.translate.text.MappingLine;
import io.retrogate.translate.text.TranslateProblem;
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
        var guides = PartnerFolders.guides(folder);
        for (var source : PartnerFolders.mappings(folder)) {
            try {
                check(source, guides, mapped);
            } catch (GatewayException e) {
                problems.add(MappingLine.inFolder(e, source.file()));
            } catch (SchemaChange.Impossible e) {
                // The guide is wrong and is told so by its own check; then this one is asked again.
                continue;
            }
        }
        return problems;
    }

    private void check(MappingFile source, List<Guide> guides, HashMap<MessageType, Path> mapped) {
        var text = PartnerMappings.text(source);
        for (var message : text.messages()) {
            builtIn.compile(message, text, GuideChanges.of(guides, message));
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
