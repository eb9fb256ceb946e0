package io.retrogate.validate;

import io.retrogate.edi.schema.Schemas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ValidateConfiguration {

    @Bean
    Validator validator(Schemas schemas) {
        return Validator.overSchemas(schemas);
    }
}
