package peers;

import com.helger.as2lib.cert.PredefinedCertificateFactory;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.partner.Partnership;
import com.helger.as2lib.partner.SelfFillingPartnershipFactory;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.as2servlet.AS2ReceiveXServletHandlerConstantSession;
import com.helger.as2servlet.AS2WebAppListener;
import com.helger.as2servlet.util.AS2ServletReceiverModule;
import com.helger.commons.http.EHttpMethod;
import com.helger.xservlet.AbstractXServlet;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Receives on loopback at {@code /as2}; prints {@code {"ready":PORT}} and then one line of JSON for
 * each message: messageId, from, sha256 of the content, file (if there is an {@code --out} folder).
 * With {@code --quiet true} it receives and keeps nothing, and prints nothing for a message.
 * as2-lib asks its key store for the key with every message, and PKCS12 derives a key from the
 * password each time; {@code --key-store JKS} does that much cheaper.
 */
final class Server {

    private final Options options;
    private final String own;
    private final AtomicInteger count = new AtomicInteger();

    Server(Options options) {
        this.options = options;
        this.own = options.get("own");
    }

    /** Runs until it is killed or standard input ends. */
    void run() throws Exception {
        AS2Session session = session();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("as2-lib-peer").toString());
        tomcat.setPort(Integer.parseInt(options.get("port", "0")));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    AS2WebAppListener.staticInit(servlets);
                    var as2 = servlets.addServlet("as2", new Receiver(session));
                    as2.setLoadOnStartup(1);
                    as2.addMapping("/as2");
                },
                null);
        tomcat.start();
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("ready", tomcat.getConnector().getLocalPort());
        System.out.println(Options.json(ready));
        while (System.in.read() >= 0) {
            // Whoever started this keeps the other end open for as long as it is needed.
        }
        tomcat.stop();
    }

    private AS2Session session() throws Exception {
        Map<String, String> partners = new LinkedHashMap<>();
        for (String partner : options.all("partner")) {
            int equals = partner.indexOf('=');
            partners.put(partner.substring(0, equals), partner.substring(equals + 1));
        }
        AS2Session session = new AS2Session();
        session.setCryptoVerifyUseCertificateInBodyPart(false);
        PredefinedCertificateFactory certificates =
                new PredefinedCertificateFactory(options.keys(own, partners));
        certificates.setPassword(Options.PASSWORD);
        certificates.initDynamicComponent(session, null);
        session.setCertificateFactory(certificates);
        SelfFillingPartnershipFactory partnerships = new SelfFillingPartnershipFactory();
        partnerships.initDynamicComponent(session, null);
        for (String partner : partners.keySet()) {
            Partnership partnership = new Partnership(partner + "-" + own);
            partnership.setSenderAS2ID(partner);
            partnership.setSenderX509Alias(partner);
            partnership.setReceiverAS2ID(own);
            partnership.setReceiverX509Alias(own);
            // Without this its MIC would leave the MIME headers out.
            SelfFillingPartnershipFactory.ensureUsablePartnership(partnership);
            partnerships.addPartnership(partnership);
        }
        session.setPartnershipFactory(partnerships);
        DefaultMessageProcessor processor = new DefaultMessageProcessor();
        processor.initDynamicComponent(session, null);
        AS2ServletReceiverModule receiver = new AS2ServletReceiverModule();
        receiver.initDynamicComponent(session, null);
        processor.addModule(receiver);
        if (options.get("quiet", "false").equals("false")) {
            processor.addModule(new Printing());
        }
        session.setMessageProcessor(processor);
        return session;
    }

    private static final class Receiver extends AbstractXServlet {

        private static final long serialVersionUID = 1L;

        private final transient AS2Session session;

        Receiver(AS2Session session) {
            this.session = session;
        }

        @Override
        public void init() {
            settings().setMultipartEnabled(false);
            handlerRegistry()
                    .registerHandler(
                            EHttpMethod.POST,
                            new AS2ReceiveXServletHandlerConstantSession(session),
                            false);
        }
    }

    private final class Printing extends AbstractProcessorModule {

        @Override
        public boolean canHandle(String action, IMessage msg, Map<String, Object> how) {
            return action.equals(IProcessorStorageModule.DO_STORE) && msg instanceof AS2Message;
        }

        @Override
        public void handle(String action, IMessage msg, Map<String, Object> how) {
            try (InputStream in = msg.getData().getInputStream()) {
                byte[] content = in.readAllBytes();
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("messageId", msg.getMessageID());
                line.put("from", msg.partnership().getSenderAS2ID());
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
                line.put("sha256", HexFormat.of().formatHex(digest));
                String out = options.get("out", "");
                if (!out.isEmpty()) {
                    Path file = Path.of(out, "received-" + count.incrementAndGet());
                    Files.write(file, content);
                    line.put("file", file.toString());
                }
                System.out.println(Options.json(line));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
