package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.CodedText;
import jakarta.annotation.Resource;
import java.util.Properties;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/**
 * {@code decoder="Code"}: a code with its meaning. Parameter {@code table}: one of the tables in
 * {@code src/main/resources/codes}, {@code x12/reason}. With the parameter {@code code} it is that
 * code wherever something stands.
 */
@Resource(name = "Code")
public final class CodeDecoder implements TypeConverterFactory<String, CodedText>, Configurable {

    private Properties parameters = new Properties();

    @Override
    public TypeConverter<String, CodedText> createTypeConverter() {
        var table = parameters.getProperty("table", "");
        var code = parameters.getProperty("code", "");
        return value ->
                value.isBlank() ? null : new CodedText(code.isEmpty() ? value : code, table);
    }

    @Override
    public TypeConverterDescriptor<Class<String>, Class<CodedText>> getTypeConverterDescriptor() {
        return new DefaultTypeConverterDescriptor<>(String.class, CodedText.class);
    }

    @Override
    public void setConfiguration(Properties properties) {
        parameters = properties;
    }

    @Override
    public Properties getConfiguration() {
        return parameters;
    }
}
