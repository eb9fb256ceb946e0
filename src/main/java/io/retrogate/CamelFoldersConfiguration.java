package io.retrogate;

import io.retrogate.deliver.SftpDeliverTemplate;
import io.retrogate.receive.SftpReceiveTemplate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives partner folders their Camel routes, once Camel itself runs. */
@Configuration(proxyBeanMethods = false)
class CamelFoldersConfiguration {

    @Bean
    CamelFolders camelFolders(
            CamelContext camel,
            SftpReceiveTemplate receive,
            SftpDeliverTemplate deliver,
            Environment environment)
            throws Exception {
        CamelFolders folders =
                new CamelFolders(
                        camel, List.of(receive::routes, deliver::routes), environment::getProperty);
        camel.addStartupListener((StartupListener) (context, alreadyStarted) -> folders.open());
        return folders;
    }
}
