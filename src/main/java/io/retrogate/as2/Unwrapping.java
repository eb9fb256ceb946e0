package io.retrogate.as2;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One message on its way from wire bytes to document; used once. */
final class Unwrapping {

    private enum Layer {
        ENCRYPTED,
        COMPRESSED,
        SIGNED
    }

    private final Spools spools;
    private final SignatureCheck signatures;
    private final As2Trust trust;
    private final ReceiptRequest wanted;
    private final List<Spool> open = new ArrayList<>();
    private final Set<Layer> seen = EnumSet.noneOf(Layer.class);
    private SignatureCheck.@Nullable Signed signed;
    private @Nullable Mic mic;

    Unwrapping(Spools spools, Clock clock, As2Trust trust, ReceiptRequest wanted) {
        this.spools = spools;
        this.signatures = new SignatureCheck(spools, clock);
        this.trust = trust;
        this.wanted = wanted;
    }

    Unwrapped run(MimeHeaders headers, Slice body) {
        boolean done = false;
        try {
            MimeEntity document = unwrap(new MimeEntity(headers, body, body));
            List<MessagePart> parts = MessageParts.of(document);
            done = true;
            return result(parts, Optional.empty());
        } catch (MessageRefused e) {
            done = true;
            return result(List.of(), Optional.of(e));
        } finally {
            if (!done) {
                open.forEach(Spool::close);
            }
        }
    }

    private Unwrapped result(List<MessagePart> parts, Optional<MessageRefused> refused) {
        Optional<X509Certificate> signer = Optional.ofNullable(signed).map(s -> s.signer());
        return new Unwrapped(parts, Optional.ofNullable(mic), signer, refused, open);
    }

    private MimeEntity unwrap(MimeEntity entity) throws MessageRefused {
        MimeEntity inner = entity;
        for (Optional<MimeEntity> next = step(inner); next.isPresent(); next = step(inner)) {
            inner = next.get();
        }
        demandAgreedSecurity();
        mic = computeMic(inner);
        if (wanted.refusal(trust.policy()).isPresent()) {
            throw new MessageRefused(
                    wanted.refusal(trust.policy()).get(), "the receipt asked for is not possible");
        }
        return inner;
    }

    private Optional<MimeEntity> step(MimeEntity entity) throws MessageRefused {
        String type = entity.headers().contentType().value();
        if (type.equals("multipart/signed")) {
            return Optional.of(verified(entity));
        }
        if (type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime")) {
            return Optional.of(opened(entity));
        }
        return Optional.empty();
    }

    private MimeEntity verified(MimeEntity entity) throws MessageRefused {
        once(Layer.SIGNED, Refusal.UNEXPECTED);
        SignatureCheck.Signed found =
                signatures.verify(entity, trust.certificates(), trust.policy().digests());
        open.addAll(found.canonical());
        signed = found;
        return found.entity();
    }

    private MimeEntity opened(MimeEntity entity) throws MessageRefused {
        CmsType type = cmsType(entity);
        InputStream der = der(entity);
        Spool inner =
                switch (type) {
                    case ENVELOPED, AUTH_ENVELOPED -> {
                        // Encryption is the outermost layer of AS2; further in it would be a trick.
                        if (!seen.isEmpty()) {
                            throw new MessageRefused(
                                    Refusal.DECRYPTION_FAILED, "encryption inside another layer");
                        }
                        once(Layer.ENCRYPTED, Refusal.DECRYPTION_FAILED);
                        yield new Decryption(spools).decrypt(der, type, trust);
                    }
                    case COMPRESSED -> {
                        once(Layer.COMPRESSED, Refusal.DECOMPRESSION_FAILED);
                        yield new Decompression(spools).inflate(der, trust.policy());
                    }
                    case SIGNED ->
                            throw new MessageRefused(
                                    Refusal.UNSUPPORTED_FORMAT, "an opaque signature");
                };
        open.add(inner);
        return MimeEntity.read(Slice.of(inner));
    }

    private static CmsType cmsType(MimeEntity entity) throws MessageRefused {
        try (InputStream head = der(entity)) {
            return CmsType.of(head);
        } catch (IOException e) {
            throw new MessageRefused(Refusal.DECRYPTION_FAILED, e);
        }
    }

    /** Binary CMS begins with 0x30, whatever Content-Transfer-Encoding an HTTP sender claims. */
    private static InputStream der(MimeEntity entity) throws MessageRefused {
        try (InputStream raw = entity.body().open()) {
            return raw.read() == 0x30 && raw.read() >= 0x80
                    ? entity.body().open()
                    : entity.decoded();
        } catch (IOException e) {
            throw new MessageRefused(Refusal.DECRYPTION_FAILED, e);
        }
    }

    private void once(Layer layer, Refusal refusal) throws MessageRefused {
        if (!seen.add(layer)) {
            throw new MessageRefused(refusal, layer + " twice");
        }
    }

    private void demandAgreedSecurity() throws MessageRefused {
        boolean encrypted = seen.contains(Layer.ENCRYPTED);
        if (trust.policy().encryptionRequired() && !encrypted) {
            throw new MessageRefused(Refusal.INSUFFICIENT_SECURITY, "not encrypted");
        }
        if (trust.policy().signatureRequired() && signed == null) {
            throw new MessageRefused(Refusal.INSUFFICIENT_SECURITY, "not signed");
        }
    }

    /**
     * RFC 4130 §7.3.1: what was signed; else the decrypted entity with its headers; else the body
     * alone. RFC 5402 §4: of an unsigned compressed message, the entity after decompression.
     */
    private Mic computeMic(MimeEntity document) throws MessageRefused {
        Slice covered =
                signed != null
                        ? signed.covered()
                        : seen.isEmpty() ? document.body() : document.whole();
        Optional<DigestAlgorithm> digest = Optional.ofNullable(signed).map(s -> s.digest());
        ReceiptRequest.MicChoice choice = wanted.mic(trust.policy(), digest);
        try {
            return Mic.of(covered, choice.algorithm(), choice.spelling());
        } catch (IOException e) {
            throw new MessageRefused(Refusal.UNEXPECTED, e);
        }
    }
}
