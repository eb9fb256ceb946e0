package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;

/** A receipt as a partner's software reads it: as text, apart from the product's own parser. */
public record ReceivedMdn(String contentType, String body) {

    public String field(String name) {
        Matcher line = Pattern.compile("(?imd)^" + name + ":[ ]*(.*?)\r$").matcher(body);
        return line.find() ? line.group(1) : "";
    }

    public String disposition() {
        return field("Disposition").replaceFirst("^automatic-action/MDN-sent-automatically; ", "");
    }

    public String mic() {
        return field("Received-Content-MIC");
    }

    public boolean isSigned() {
        return contentType.startsWith("multipart/signed");
    }

    /** Over the bytes as they came, and over the bytes with every line end made CR LF. */
    public boolean isSignedBy(X509Certificate certificate) {
        String raw = signedPart();
        String canonical = raw.replace("\r\n", "\n").replace("\n", "\r\n");
        return verifies(raw, certificate) && verifies(canonical, certificate);
    }

    private String boundary() {
        Matcher found = Pattern.compile("boundary=\"([^\"]+)\"").matcher(contentType);
        if (!found.find()) {
            throw new AssertionError("no boundary in " + contentType);
        }
        return found.group(1);
    }

    private String signedPart() {
        String start = "--" + boundary() + "\r\n";
        int from = body.indexOf(start) + start.length();
        return body.substring(from, body.indexOf("\r\n--" + boundary(), from));
    }

    private boolean verifies(String content, X509Certificate certificate) {
        try {
            String rest = body.substring(body.indexOf(signedPart()) + signedPart().length());
            String encoded = rest.substring(rest.indexOf("\r\n\r\n"), rest.lastIndexOf("\r\n--"));
            CMSSignedData signed =
                    new CMSSignedData(
                            new CMSProcessableByteArray(content.getBytes(ISO_8859_1)),
                            Base64.getMimeDecoder().decode(encoded));
            var signers = signed.getSignerInfos().getSigners();
            return signers.size() == 1
                    && signers.iterator()
                            .next()
                            .verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
