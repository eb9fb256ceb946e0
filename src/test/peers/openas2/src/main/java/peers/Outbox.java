package peers;

import java.io.InputStream;
import java.util.List;
import org.openas2.message.AS2Message;
import org.openas2.message.Message;
import org.openas2.processor.receiver.MessageBuilderModule;

/** Hands a file over as the product's polled folders do. */
final class Outbox extends MessageBuilderModule {

    Message send(InputStream file, String name) throws Exception {
        return processDocument(file, name);
    }

    @Override
    protected Message createMessage() {
        return new AS2Message();
    }

    @Override
    public void doStart() {}

    @Override
    public void doStop() {}

    @Override
    public boolean healthcheck(List<String> failures) {
        return true;
    }
}
