package io.retrogate.validate;

import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ValidateConfiguration {

    @Bean
    Validator validator(Schemas schemas) {
        return Validator.overSchemas(schemas);
    }

    @Bean
    FolderPart guides(Schemas schemas) {
        return Validator.guides(schemas);
    }
}
