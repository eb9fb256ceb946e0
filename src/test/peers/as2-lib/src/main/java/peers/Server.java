package peers;

import com.helger.as2lib.cert.PredefinedCertificateFactory;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.as2servlet.AS2ReceiveXServletHandlerConstantSession;
import com.helger.as2servlet.AS2WebAppListener;
import com.helger.as2servlet.mdn.AS2MDNReceiveXServletHandlerConstantSession;
import com.helger.as2servlet.util.AS2ServletMDNReceiverModule;
import com.helger.as2servlet.util.AS2ServletReceiverModule;
import com.helger.commons.http.EHttpMethod;
import com.helger.xservlet.AbstractXServlet;
import com.helger.xservlet.handler.IXServletHandler;
import jakarta.servlet.ServletContext;
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
 * With {@code --quiet true} it receives and keeps nothing, and prints nothing for a message; with
 * {@code --keep DIR} it keeps each content there, fsynced before the receipt.
 * as2-lib asks its key store for the key with every message, and PKCS12 derives a key from the
 * password each time; {@code --key-store JKS} does that much cheaper.
 */
final class Server {

    private static final Class<AS2ServletMDNReceiverModule> RECEIPTS =
            AS2ServletMDNReceiverModule.class;

    private final Options options;
    private final String own;
    private final AtomicInteger count = new AtomicInteger();

    Server(Options options) {
        this.options = options;
        this.own = options.get("own");
    }

    /** Runs until it is killed or standard input ends. */
    void run() throws Exception {
        AS2Session session = session(true);
        Tomcat tomcat = start(session, session);
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("ready", tomcat.getConnector().getLocalPort());
        System.out.println(Options.json(ready));
        while (System.in.read() >= 0) {
            // Whoever started this keeps the other end open for as long as it is needed.
        }
        tomcat.stop();
    }

    /**
     * Receipts of its own messages go to {@code /mdn}, if the session has a module for them.
     *
     * @param plain what {@code /as2/plain} belongs to
     */
    Tomcat start(AS2Session session, AS2Session plain) throws Exception {
        boolean receipts = session.getMessageProcessor().getModuleOfClass(RECEIPTS) != null;
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("as2-lib-peer").toString());
        tomcat.setPort(Integer.parseInt(options.get("port", "0")));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    AS2WebAppListener.staticInit(servlets);
                    var messages = new AS2ReceiveXServletHandlerConstantSession(session);
                    servlet(servlets, "/as2", new Receiver(messages));
                    var bare = new AS2ReceiveXServletHandlerConstantSession(plain);
                    servlet(servlets, "/as2/plain", new Receiver(bare) {});
                    if (receipts) {
                        var mdns = new AS2MDNReceiveXServletHandlerConstantSession(session);
                        servlet(servlets, "/mdn", new Receiver(mdns) {});
                    }
                },
                null);
        tomcat.start();
        return tomcat;
    }

    private static void servlet(ServletContext servlets, String path, Receiver receiver) {
        var servlet = servlets.addServlet(path, receiver);
        servlet.setLoadOnStartup(1);
        servlet.addMapping(path);
    }

    /**
     * @param wrapped whether messages are signed, encrypted or compressed
     */
    AS2Session session(boolean wrapped) throws Exception {
        Map<String, String> partners = options.partners();
        AS2Session session = new AS2Session();
        session.setCryptoVerifyUseCertificateInBodyPart(false);
        PredefinedCertificateFactory certificates =
                new PredefinedCertificateFactory(options.keys(own, partners));
        certificates.setPassword(Options.PASSWORD);
        certificates.initDynamicComponent(session, null);
        session.setCertificateFactory(certificates);
        Partnerships partnerships = new Partnerships();
        partnerships.initDynamicComponent(session, null);
        for (String partner : partners.keySet()) {
            partnerships.addPartnership(Partnerships.between(partner, own, wrapped));
            // Its receiver of receipts looks for the message's.
            partnerships.addPartnership(Partnerships.between(own, partner, wrapped));
        }
        session.setPartnershipFactory(partnerships);
        DefaultMessageProcessor processor = new DefaultMessageProcessor();
        processor.initDynamicComponent(session, null);
        AS2ServletReceiverModule receiver = new AS2ServletReceiverModule();
        receiver.initDynamicComponent(session, null);
        processor.addModule(receiver);
        if (!options.get("keep", "").isEmpty()) {
            processor.addModule(new Keeping(new Keep(Path.of(options.get("keep")))));
        }
        if (options.get("quiet", "false").equals("false")) {
            processor.addModule(new Printing());
        }
        session.setMessageProcessor(processor);
        return session;
    }

    private static class Receiver extends AbstractXServlet {

        private static final long serialVersionUID = 1L;

        private final transient IXServletHandler handler;

        Receiver(IXServletHandler handler) {
            this.handler = handler;
        }

        @Override
        public void init() {
            settings().setMultipartEnabled(false);
            handlerRegistry().registerHandler(EHttpMethod.POST, handler, false);
        }
    }

    /** It stores before it writes the receipt; what fails here makes the receipt negative. */
    private static final class Keeping extends AbstractProcessorModule {

        private final Keep keep;

        Keeping(Keep keep) {
            this.keep = keep;
        }

        @Override
        public boolean canHandle(String action, IMessage msg, Map<String, Object> how) {
            return action.equals(IProcessorStorageModule.DO_STORE) && msg instanceof AS2Message;
        }

        @Override
        public void handle(String action, IMessage msg, Map<String, Object> how) {
            try (InputStream in = msg.getData().getInputStream()) {
                keep.keep(in.readAllBytes());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
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
