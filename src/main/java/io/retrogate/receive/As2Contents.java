package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.Archived;
import io.retrogate.as2.MessagePart;
import io.retrogate.ledger.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message carries, kept in the archive. Documents go on, attachments (RFC 6362) are kept
 * beside the first of them. Whatever says that it is EDI, or begins as an interchange, is a
 * document: taken for an attachment it would be acknowledged and never read. Where nothing is EDI,
 * the root of the message is the document; a mapping may know it.
 */
record As2Contents(List<Document> documents, List<Attachment> attachments) {

    private static final int LONGEST_TAG = 3;

    As2Contents {
        documents = List.copyOf(documents);
        attachments = List.copyOf(attachments);
    }

    static final As2Contents NONE = new As2Contents(List.of(), List.of());

    record Document(Archived content, String fileName) {}

    private record Kept(MessagePart part, Archived content, boolean edi) {

        Document document() {
            return new Document(content, part.fileName());
        }

        Attachment attachment() {
            return new Attachment(
                    part.fileName(),
                    part.contentType(),
                    content.address().value(),
                    content.sha256(),
                    content.size());
        }
    }

    /**
     * Keeps every part, the root first.
     *
     * @throws IOException if the transfer encoding of a part is broken
     */
    static As2Contents kept(List<MessagePart> parts, Archive archive) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (MessagePart part : parts) {
            try (InputStream bytes = part.open()) {
                kept.add(new Kept(part, archive.store(bytes), isEdi(part)));
            }
        }
        boolean none = kept.stream().noneMatch(Kept::edi);
        List<Document> documents = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        for (Kept one : kept) {
            if (one.edi() || (none && documents.isEmpty())) {
                documents.add(one.document());
            } else {
                attachments.add(one.attachment());
            }
        }
        return new As2Contents(documents, attachments);
    }

    private static boolean isEdi(MessagePart part) throws IOException {
        if (part.contentType().startsWith("application/edi")) {
            return true;
        }
        try (InputStream bytes = part.open()) {
            String tag = new String(bytes.readNBytes(LONGEST_TAG), StandardCharsets.US_ASCII);
            return tag.equals("ISA") || tag.equals("UNA") || tag.equals("UNB");
        }
    }
}
