package io.retrogate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retrogate.returns.MessageFinding;
import java.util.List;
import java.util.Locale;

/** Findings of canonical messages on standard error, one line each. */
record MessageFindingLines(String file, boolean json, Terminal terminal) {

    private static final JsonMapper MAPPER = new JsonMapper();

    void print(int line, List<MessageFinding> findings) {
        for (var finding : findings) {
            terminal.err().println(json ? object(line, finding) : text(line, finding));
        }
    }

    private String text(int line, MessageFinding finding) {
        var quoted = finding.text().isEmpty() ? "" : " \"" + finding.text() + "\"";
        var place = finding.pointer().isEmpty() ? "" : " " + finding.pointer();
        return Text.printable(
                file
                        + ":"
                        + line
                        + place
                        + " "
                        + finding.problem().id()
                        + " "
                        + severity(finding)
                        + quoted
                        + ": "
                        + finding.explanation()
                        + " "
                        + finding.problem().remedy());
    }

    private String object(int line, MessageFinding finding) {
        return MAPPER.createObjectNode()
                .put("file", file)
                .put("line", line)
                .put("problem", finding.problem().id())
                .put("severity", severity(finding))
                .put("pointer", finding.pointer())
                .put("text", finding.text())
                .put("explanation", finding.explanation())
                .put("remedy", finding.problem().remedy())
                .toString();
    }

    private static String severity(MessageFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
