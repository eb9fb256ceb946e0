package io.retrogate.as2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a message carries: one document, or several things in a multipart/related (RFC 6362), the
 * root of them first (RFC 2387 §3.2). A multipart/mixed is read alike: some products send that.
 */
final class MessageParts {

    private MessageParts() {}

    static List<MessagePart> of(MimeEntity document) throws MessageRefused {
        ParameterizedValue type = document.headers().contentType();
        if (!type.value().equals("multipart/related") && !type.value().equals("multipart/mixed")) {
            return List.of(new MessagePart(document));
        }
        Optional<String> start = type.parameter("start");
        List<MessagePart> parts = new ArrayList<>();
        for (Slice slice : Multipart.split(document)) {
            MimeEntity entity = MimeEntity.read(slice);
            boolean root = start.isPresent() && start.equals(entity.headers().first("Content-ID"));
            parts.add(root ? 0 : parts.size(), new MessagePart(entity));
        }
        return parts;
    }
}
