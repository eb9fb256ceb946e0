package io.retrogate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.cli.RenderCommand.Line;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GatewayException;
import io.retrogate.returns.MessageFinding;
import io.retrogate.returns.MessageProblem;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.ReturnMessageSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with one canonical message on each line; empty lines are passed over. */
record MessageLines(Input input) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String name() {
        return input.name();
    }

    List<Line> read() {
        var schema = ReturnMessageSchema.outbound();
        var lines = new ArrayList<Line>();
        try (var reader =
                new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    lines.add(line(number, text, schema));
                }
            }
        } catch (IOException e) {
            throw new GatewayException(CliProblem.FILE_UNREADABLE, input.name(), e);
        }
        return lines;
    }

    private static Line line(int number, String text, ReturnMessageSchema schema) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode tree) {
                var findings =
                        schema.problems(tree).stream().map(MessageLines::againstSchema).toList();
                var message =
                        findings.isEmpty()
                                ? Optional.of(new ReturnMessage(tree))
                                : Optional.<ReturnMessage>empty();
                return new Line(number, message, findings);
            }
            return unreadable(number, "The line holds no JSON object.");
        } catch (JsonProcessingException e) {
            return unreadable(number, "The line is no JSON: " + e.getOriginalMessage());
        }
    }

    private static MessageFinding againstSchema(String sentence) {
        return finding(MessageProblem.AGAINST_SCHEMA, sentence);
    }

    private static Line unreadable(int number, String sentence) {
        return new Line(
                number, Optional.empty(), List.of(finding(MessageProblem.UNREADABLE, sentence)));
    }

    private static MessageFinding finding(MessageProblem problem, String sentence) {
        return new MessageFinding(problem, Severity.ERROR, "", "", sentence);
    }
}
