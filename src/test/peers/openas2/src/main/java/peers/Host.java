package peers;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openas2.BaseSession;
import org.openas2.cert.CertificateFactory;
import org.openas2.cert.PKCS12CertificateFactory;
import org.openas2.partner.PartnershipFactory;
import org.openas2.processor.DefaultProcessor;
import org.openas2.processor.Processor;
import org.openas2.processor.ProcessorModule;
import org.openas2.processor.receiver.AS2MDNReceiverModule;
import org.openas2.processor.receiver.AS2ReceiverModule;
import org.openas2.processor.sender.AS2SenderModule;
import org.openas2.processor.sender.MDNSenderModule;

/** What {@code config.xml} would set up, with the product's own modules. */
final class Host extends BaseSession {

    private final Options options;
    private final String own;
    private final String partner;
    private final int receipts;
    private final Partnerships partnerships = new Partnerships();
    private final Witness witness = new Witness();
    private final Outbox outbox = new Outbox();

    Host(Options options, int messages, int receipts) throws Exception {
        this.options = options;
        this.own = options.get("own");
        this.partner = options.partners().keySet().iterator().next();
        this.receipts = receipts;
        String work = options.get("work");

        Path keys = Path.of(work, "keys.p12");
        try (OutputStream out = new FileOutputStream(keys.toFile())) {
            options.keys(own, options.partners()).store(out, Options.PASSWORD.toCharArray());
        }
        PKCS12CertificateFactory certificates = new PKCS12CertificateFactory();
        certificates.init(this, parameters("filename", keys.toString(), "password", Options.PASSWORD));
        setComponent(CertificateFactory.COMPID_CERTIFICATE_FACTORY, certificates);

        partnerships.init(this, parameters());
        partnerships.incoming(partner, own);
        setComponent(PartnershipFactory.COMPID_PARTNERSHIP_FACTORY, partnerships);

        Processor processor = new DefaultProcessor();
        processor.init(this, parameters("pendingmdn", work, "pendingmdninfo", work));
        setComponent(Processor.COMPID_PROCESSOR, processor);
        String local = "127.0.0.1";
        add(processor, new AS2SenderModule(), parameters("retries", "1"));
        add(processor, new MDNSenderModule(), parameters());
        add(
                processor,
                new AS2ReceiverModule(),
                parameters("address", local, "port", "" + messages, "errordir", work));
        add(
                processor,
                new AS2MDNReceiverModule(),
                parameters("address", local, "port", "" + receipts, "errordir", work));
        add(processor, witness, parameters());
        outbox.init(
                this,
                parameters(
                        "defaults",
                        "sender.as2_id=" + own + ", receiver.as2_id=" + partner,
                        "errordir",
                        work,
                        "sendfilename",
                        "true"));
    }

    private void add(Processor processor, ProcessorModule module, Map<String, String> parameters)
            throws Exception {
        module.init(this, parameters);
        processor.getModules().add(module);
    }

    private static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    /** The receipt of the last message may come before the next is sent, but not after. */
    void send(Options message, Map<String, Object> sent) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("protocol", "as2");
        settings.put("subject", "document");
        settings.put("content_type", message.get("content-type", "application/edi-x12"));
        settings.put("as2_url", message.get("url"));
        settings.put("resend_max_retries", "1");
        // So that what is said of a message is said under its name.
        settings.put("resend_requires_new_message_id", "false");
        String digest = message.get("digest", "sha-256").replace("-", "");
        if (!digest.equals("none")) {
            settings.put("sign", digest);
        }
        String cipher = message.get("cipher", "aes256-cbc");
        if (!cipher.equals("none")) {
            settings.put("encrypt", cipher.replace("-cbc", ""));
        }
        if (!message.get("compress", "none").equals("none")) {
            settings.put("compression_type", "ZLIB");
            String how = message.get("compress");
            settings.put("compression_mode", "compress-" + how + "-signing");
        }
        receipt(message, digest.equals("none") ? "sha256" : digest, settings);
        partnerships.outgoing(own, partner, settings);
        witness.expect(message);
        try (FileInputStream in = new FileInputStream(message.files.get(0))) {
            String name = Path.of(message.files.get(0)).getFileName().toString();
            witness.tell(outbox.send(in, name), sent);
        }
    }

    private void receipt(Options message, String digest, Map<String, String> settings) {
        String wanted = message.get("receipt", "signed");
        settings.put("as2_mdn_options", "none");
        if (wanted.equals("none")) {
            return;
        }
        settings.put("as2_mdn_to", own + "@example.com");
        if (wanted.equals("signed")) {
            settings.put(
                    "as2_mdn_options",
                    "signed-receipt-protocol=optional, pkcs7-signature;"
                            + " signed-receipt-micalg=optional, "
                            + digest);
        }
        if (message.get("later", "false").equals("true")) {
            settings.put("as2_receipt_option", "http://127.0.0.1:" + receipts + "/mdn");
        }
    }

    @Override
    public String getAppVersion() {
        return "2.10.1";
    }

    @Override
    public String getAppTitle() {
        return "OpenAS2";
    }
}
