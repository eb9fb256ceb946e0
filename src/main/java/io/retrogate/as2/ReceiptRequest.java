package io.retrogate.as2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What receipt the sender asks for (RFC 4130 §7.3): none, unsigned or signed, and with which
 * digests. Options that cannot be read ask for an unsigned one.
 *
 * @param asked whether there is a Disposition-Notification-To
 * @param deliveryUrl where an asynchronous receipt should go; empty: in the HTTP answer
 * @param protocols signed-receipt-protocol, without its importance
 * @param algorithms signed-receipt-micalg in the sender's order and spelling
 */
public record ReceiptRequest(
        boolean asked,
        Optional<String> deliveryUrl,
        List<String> protocols,
        boolean protocolRequired,
        List<String> algorithms,
        boolean algorithmRequired) {

    private static final String PKCS7 = "pkcs7-signature";

    public ReceiptRequest {
        protocols = List.copyOf(protocols);
        algorithms = List.copyOf(algorithms);
    }

    /** The algorithm of the MIC, and how to write its name. */
    record MicChoice(DigestAlgorithm algorithm, String spelling) {}

    public static ReceiptRequest of(MimeHeaders headers) {
        boolean asked = headers.first("Disposition-Notification-To").isPresent();
        Optional<String> url =
                headers.first("Receipt-Delivery-Option").filter(u -> asked && !u.isBlank());
        List<String> protocol = option(headers, "signed-receipt-protocol");
        List<String> micalg = option(headers, "signed-receipt-micalg");
        return new ReceiptRequest(
                asked, url, rest(protocol), required(protocol), rest(micalg), required(micalg));
    }

    /** Whether the receipt has to be signed, as far as we can. */
    public boolean signed() {
        return asked && protocols.stream().anyMatch(PKCS7::equalsIgnoreCase);
    }

    /** A demand that we cannot meet (RFC 4130 §7.5.2). */
    Optional<Refusal> refusal(As2Policy policy) {
        if (asked && protocolRequired && !signed()) {
            return Optional.of(Refusal.UNSUPPORTED_FORMAT);
        }
        boolean none = algorithms.stream().noneMatch(name -> supported(name, policy).isPresent());
        return asked && algorithmRequired && none
                ? Optional.of(Refusal.UNSUPPORTED_MIC)
                : Optional.empty();
    }

    /** The first asked for that is agreed, else that of the signature, else SHA-256. */
    MicChoice mic(As2Policy policy, Optional<DigestAlgorithm> ofSignature) {
        for (String name : algorithms) {
            Optional<DigestAlgorithm> found = supported(name, policy);
            if (found.isPresent()) {
                return new MicChoice(found.get(), name);
            }
        }
        DigestAlgorithm fallback = ofSignature.orElse(DigestAlgorithm.SHA_256);
        return new MicChoice(fallback, fallback.text());
    }

    private static Optional<DigestAlgorithm> supported(String name, As2Policy policy) {
        return DigestAlgorithm.named(name).filter(d -> policy.digests().contains(d.text()));
    }

    private static List<String> option(MimeHeaders headers, String name) {
        String options = headers.first("Disposition-Notification-Options").orElse("");
        for (String option : options.split(";", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0 && option.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return Arrays.stream(option.substring(equals + 1).split(",", -1))
                        .map(v -> ParameterizedValue.unquote(v.strip()))
                        .filter(v -> !v.isEmpty())
                        .toList();
            }
        }
        return List.of();
    }

    private static boolean required(List<String> option) {
        return !option.isEmpty() && option.get(0).toLowerCase(Locale.ROOT).equals("required");
    }

    /** Some senders leave the importance out. */
    private static List<String> rest(List<String> option) {
        List<String> values = new ArrayList<>(option);
        values.removeIf(v -> v.equalsIgnoreCase("required") || v.equalsIgnoreCase("optional"));
        return values;
    }
}
