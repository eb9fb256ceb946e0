package io.retrogate.translate;

import io.retrogate.edi.MessageType;
import io.retrogate.partner.Guide;
import io.retrogate.partner.MappingFile;
import io.retrogate.partner.TradingPartner;
import io.retrogate.translate.text.MappingText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mappings of partners: most extend one of this jar and say only what is different. One of them
 * takes the place of ours for the messages that it names, for that partner's documents.
 */
final class PartnerMappings {

    private final Mappings builtIn;

    /** By file, so that an older version goes when a newer one comes. */
    private final Map<Path, Compiled> files = new ConcurrentHashMap<>();

    PartnerMappings(Mappings builtIn) {
        this.builtIn = builtIn;
    }

    /** As long as neither the file nor a guide has changed. */
    private record Compiled(
            MappingFile source,
            List<Guide> guides,
            MappingText text,
            Map<MessageType, Mapping> mappings) {

        boolean isOf(MappingFile file, List<Guide> by) {
            return source.equals(file) && guides.equals(by);
        }
    }

    /** The partner's own if there is one, else ours; empty if nothing maps the message. */
    Optional<Mapping> find(MessageType type, Optional<TradingPartner> partner) {
        if (partner.isEmpty() || partner.get().mappings().isEmpty()) {
            return builtIn.find(type);
        }
        var plain = Mappings.plain(type);
        return partner.stream()
                .flatMap(it -> it.mappings().stream().map(file -> compiled(file, it.guides())))
                .filter(it -> it.text.messages().contains(plain))
                .findFirst()
                .map(it -> it.mappings.computeIfAbsent(plain, t -> compile(t, it)))
                .or(() -> builtIn.find(type));
    }

    private Mapping compile(MessageType type, Compiled from) {
        return builtIn.compile(type, from.text, GuideChanges.of(from.guides, type));
    }

    private Compiled compiled(MappingFile source, List<Guide> guides) {
        return files.compute(
                source.file(),
                (file, known) ->
                        known != null && known.isOf(source, guides) ? known : read(source, guides));
    }

    private static Compiled read(MappingFile source, List<Guide> guides) {
        return new Compiled(source, guides, text(source), new ConcurrentHashMap<>());
    }

    static MappingText text(MappingFile source) {
        return MappingText.read(source.file().toString(), source.text(), Mappings::extended);
    }
}
