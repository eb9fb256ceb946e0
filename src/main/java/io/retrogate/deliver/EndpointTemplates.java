package io.retrogate.deliver;

import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.template.TemplateException;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.EndpointFormat;
import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.PartnerFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Proves the template of an endpoint's folder on messages of ours, before it serves. */
final class EndpointTemplates implements FolderPart {

    /** One with the least that a message has, one with nearly all of it. */
    private static final String MESSAGES = "messages.jsonl";

    @Override
    public List<FolderProblem> check(Path folder) {
        return PartnerFolders.format(folder).flatMap(EndpointTemplates::problem).stream().toList();
    }

    private static Optional<FolderProblem> problem(EndpointFormat format) {
        try {
            var template = MessageTemplate.of(format);
            messages().forEach(it -> tried(template, it));
            return Optional.empty();
        } catch (GatewayException e) {
            return Optional.of(problem(format, e));
        }
    }

    private static void tried(MessageTemplate template, String message) {
        try {
            template.render(message.getBytes(StandardCharsets.UTF_8));
        } catch (GatewayException e) {
            // What a template refuses by intent is for its endpoint to know.
            if (!(e.getCause() instanceof StopException)) {
                throw e;
            }
        }
    }

    private static FolderProblem problem(EndpointFormat format, GatewayException e) {
        var flaw =
                e.getCause() instanceof TemplateException failed
                        ? TemplateFlaw.of(failed)
                        : e.getCause() instanceof ParseException unread
                                ? TemplateFlaw.of(unread)
                                : new TemplateFlaw("", 0, String.valueOf(e.getMessage()));
        var file = flaw.file().isEmpty() ? format.template() : flaw.file();
        return new FolderProblem(
                DeliverProblem.TEMPLATE_UNUSABLE,
                format.folder().resolve(file),
                flaw.line(),
                flaw.sentence());
    }

    static List<String> messages() {
        try (var in = EndpointTemplates.class.getResourceAsStream(MESSAGES)) {
            var text = Objects.requireNonNull(in, MESSAGES).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An endpoint carries its templates with it. */
    @Override
    public void activate(Path folder) {}

    @Override
    public void withdraw(Path folder) {}
}
