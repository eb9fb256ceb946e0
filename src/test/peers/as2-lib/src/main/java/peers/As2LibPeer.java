package peers;

import java.util.Arrays;
import java.util.List;

/**
 * as2-lib as a partner of ours.
 *
 * <pre>
 * client --url URL --from NAME --to NAME --key OWN.p12 --password PW --partner-cert CERT.pem
 *        [--digest sha-256|none] [--cipher aes256-cbc|none] [--compress none|before|after]
 *        [--receipt signed|unsigned] [--content-type T] [--message-id ID] FILE...
 * server --own NAME --key OWN.p12 --password PW --partner NAME=CERT.pem... [--port N] [--out DIR]
 *        [--quiet true] [--keep DIR] [--key-store PKCS12|JKS]
 * </pre>
 *
 * or as a {@link Partner}.
 */
public final class As2LibPeer {

    private As2LibPeer() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        Options options = new Options(rest);
        switch (args[0]) {
            case "client" -> new Client(options).run();
            case "server" -> new Server(options).run();
            default -> new As2LibPartner(options).run();
        }
    }
}
