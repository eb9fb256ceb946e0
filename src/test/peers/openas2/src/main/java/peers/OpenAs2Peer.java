package peers;

import java.util.Arrays;
import javax.activation.CommandMap;
import javax.activation.MailcapCommandMap;

/** OpenAS2 as a {@link Partner}: its receivers, its sender, and its own checks of what it gets. */
public final class OpenAs2Peer {

    private OpenAs2Peer() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.SimpleLog");
        System.setProperty("org.apache.commons.logging.simplelog.defaultlog", "warn");
        // Its BouncyCastle cannot read what a newer JDK writes by default.
        System.setProperty("keystore.pkcs12.legacy", "true");
        // What stands in javax.mail's own mailcap, which the jar index of BouncyCastle hides.
        MailcapCommandMap types = (MailcapCommandMap) CommandMap.getDefaultCommandMap();
        types.addMailcap("text/plain;; x-java-content-handler=com.sun.mail.handlers.text_plain");
        types.addMailcap(
                "multipart/*;; x-java-content-handler=com.sun.mail.handlers.multipart_mixed;"
                        + " x-java-fallback-entry=true");
        Options options = new Options(Arrays.asList(args).subList(1, args.length));
        int messages = Partner.freePort();
        int receipts = Partner.freePort();
        Host host = new Host(options, messages, receipts);
        host.start();
        Partner.ready(messages, receipts);
        Partner.obey(options, host::send);
        // Its threads do not end by themselves.
        System.exit(0);
    }
}
