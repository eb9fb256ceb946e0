package peers;

import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.message.IMessageMDN;
import com.helger.as2lib.processor.module.AbstractProcessorModule;
import com.helger.as2lib.processor.receiver.net.AS2MDNReceiverHandler;
import com.helger.as2lib.processor.sender.AsynchMDNSenderModule;
import com.helger.as2lib.processor.storage.IProcessorStorageModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.as2servlet.util.AS2ServletMDNReceiverModule;
import java.io.InputStream;
import java.security.KeyStore;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.startup.Tomcat;

/**
 * as2-lib as a {@link Partner}: its client for each message, and its servlets. Its MIC of a message
 * has MIME headers or not by what the partnership says, so messages that are neither signed nor
 * encrypted nor compressed go to a path of their own, {@code /as2/plain}.
 */
final class As2LibPartner {

    private final Options options;
    private final String own;

    As2LibPartner(Options options) {
        this.options = options;
        this.own = options.get("own");
    }

    void run() throws Exception {
        // A key out of PKCS12 costs a derivation with every message.
        Options cheap = new Options(java.util.List.of("--key-store", "JKS", "--quiet", "true"));
        Server server = new Server(cheap.over(options));
        AS2Session session = server.session(true);
        String work = options.get("work");
        session.getMessageProcessor().setPendingMDNFolder(work);
        session.getMessageProcessor().setPendingMDNInfoFolder(work);
        session.getMessageProcessor().addModule(new Received());
        Receipts receipts = new Receipts();
        receipts.initDynamicComponent(session, null);
        session.getMessageProcessor().addModule(receipts);
        answersLater(session);
        AS2Session plain = server.session(false);
        plain.getMessageProcessor().addModule(new Received());
        answersLater(plain);
        Tomcat tomcat = server.start(session, plain);
        int port = tomcat.getConnector().getLocalPort();
        KeyStore keys = cheap.over(options).keys(own, options.partners());
        String partner = options.partners().keySet().iterator().next();
        Partner.ready(port, port);
        Partner.obey(
                options,
                (message, sent) -> {
                    boolean later = message.get("later", "false").equals("true");
                    String url = later ? "http://127.0.0.1:" + port + "/mdn" : "";
                    new Client(message, own, partner, keys)
                            .sent(messageId(), message.files.get(0), url, sent);
                });
        tomcat.stop();
    }

    private static void answersLater(AS2Session session) throws Exception {
        AsynchMDNSenderModule sender = new AsynchMDNSenderModule();
        sender.initDynamicComponent(session, null);
        session.getMessageProcessor().addModule(sender);
    }

    /** Its own has the second and four digits of chance: not enough for a row of messages. */
    private static String messageId() {
        return "<" + UUID.randomUUID() + "@as2-lib.example>";
    }

    /** What the MIC of an asynchronous receipt is compared with stands in the folder. */
    private static final class Receipts extends AS2ServletMDNReceiverModule {

        @Override
        public AS2MDNReceiverHandler createHandler() {
            AS2MDNReceiverHandler handler = super.createHandler();
            handler.setIncomingMDNCallback(Receipts::told);
            return handler;
        }

        @Override
        public void handleError(IMessage msg, AS2Exception problem) {
            problem.printStackTrace();
        }

        private static void told(
                boolean synchronous,
                IMessageMDN mdn,
                String from,
                String to,
                String disposition,
                String mic,
                String messageId,
                boolean signed,
                boolean micMatches) {
            Map<String, Object> line = Partner.event("receipt", messageId);
            line.put("disposition", disposition);
            line.put("signed", signed);
            line.put("micMatches", micMatches);
            line.put("error", null);
            Partner.print(line);
        }
    }

    private static final class Received extends AbstractProcessorModule {

        @Override
        public boolean canHandle(String action, IMessage msg, Map<String, Object> how) {
            return action.equals(IProcessorStorageModule.DO_STORE) && msg instanceof AS2Message;
        }

        @Override
        public void handle(String action, IMessage msg, Map<String, Object> how) {
            try (InputStream in = msg.getData().getInputStream()) {
                Partner.received(
                        msg.getMessageID(), msg.partnership().getSenderAS2ID(), in.readAllBytes());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
