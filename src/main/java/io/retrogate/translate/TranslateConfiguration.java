package io.retrogate.translate;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import io.retrogate.translate.smooks.SmooksEngines;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TranslateConfiguration {

    /** Shared, so that a folder's configurations are started and taken into use once. */
    private final SmooksEngines engines = new SmooksEngines();

    @Bean
    Translator translator(ObjectProvider<Schemas> schemas) {
        return TableTranslator.builtIn(schemas.getIfAvailable(Schemas::builtIn), engines, 1);
    }

    @Bean
    FolderPart mappings(ObjectProvider<Schemas> schemas) {
        return Translator.mappings(schemas.getIfAvailable(Schemas::builtIn));
    }

    @Bean
    FileTranslator fileTranslator() {
        return new SmooksTranslator(engines);
    }
}
