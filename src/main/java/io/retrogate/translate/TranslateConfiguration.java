package io.retrogate.translate;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TranslateConfiguration {

    @Bean
    Translator translator(ObjectProvider<Schemas> schemas) {
        return Translator.builtIn(schemas.getIfAvailable(Schemas::builtIn));
    }

    @Bean
    FolderPart mappings(ObjectProvider<Schemas> schemas) {
        return Translator.mappings(schemas.getIfAvailable(Schemas::builtIn));
    }

    @Bean
    FileTranslator fileTranslator() {
        return FileTranslator.bySmooks();
    }
}
