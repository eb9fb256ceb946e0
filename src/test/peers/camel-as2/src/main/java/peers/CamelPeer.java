package peers;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * camel-as2 as a {@link Partner}. What its consumer demands goes by the path: {@code /as2/plain},
 * {@code /as2/signed}, {@code /as2/encrypted}, {@code /as2/both}. With {@code --quiet true} it
 * prints no line for a message that came; with {@code --keep DIR} it keeps its content there,
 * fsynced before the receipt.
 */
public final class CamelPeer {

    private CamelPeer() {}

    public static void main(String[] args) throws Exception {
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        Options options = new Options(rest);
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.start();
            Keys keys = Keys.of(options);
            Consumers consumers = new Consumers(camel, keys, reception(options));
            consumers.start();
            Partner.ready(consumers.messages(), consumers.receipts());
            Producer producer = new Producer(camel, keys, consumers.receipts());
            consumers.tell(producer);
            Partner.obey(options, producer::send);
        }
        // Its listening threads do not end by themselves.
        System.exit(0);
    }

    private static Consumers.Reception reception(Options options) {
        if (options.get("quiet", "false").equals("false")) {
            return Partner::received;
        }
        String folder = options.get("keep", "");
        if (folder.isEmpty()) {
            return (messageId, from, content) -> {};
        }
        Keep keep = new Keep(Path.of(folder));
        return (messageId, from, content) -> keep.keep(content);
    }
}
