package io.retrogate;

import io.retrogate.deliver.DeliverTemplates;
import io.retrogate.receive.ReceiveTemplates;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives partner folders their Camel routes, once Camel itself runs. */
@Configuration(proxyBeanMethods = false)
class CamelFoldersConfiguration {

    @Bean
    CamelFolders camelFolders(
            CamelContext camel,
            ReceiveTemplates receive,
            DeliverTemplates deliver,
            Environment environment)
            throws Exception {
        CamelFolders folders =
                new CamelFolders(
                        camel,
                        Stream.of(receive.all(), deliver.all()).flatMap(List::stream).toList(),
                        environment::getProperty);
        camel.addStartupListener(new Opening(folders));
        return folders;
    }

    /** Routes that are added while Camel is still starting would never start. */
    private record Opening(CamelFolders folders) implements ExtendedStartupListener {

        @Override
        public void onCamelContextStarting(CamelContext context, boolean alreadyStarted) {}

        @Override
        public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {}

        @Override
        public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted)
                throws Exception {
            folders.open();
        }
    }
}
