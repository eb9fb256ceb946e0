package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.FixedText;
import jakarta.annotation.Resource;
import java.util.Properties;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/**
 * {@code decoder="Constant"}: the parameter {@code value} wherever something stands; without it
 * nothing, so that the member is emptied.
 */
@Resource(name = "Constant")
public final class ConstantDecoder
        implements TypeConverterFactory<String, FixedText>, Configurable {

    private Properties parameters = new Properties();

    @Override
    public TypeConverter<String, FixedText> createTypeConverter() {
        var fixed = new FixedText(parameters.getProperty("value", ""));
        return value -> value.isBlank() ? null : fixed;
    }

    @Override
    public TypeConverterDescriptor<Class<String>, Class<FixedText>> getTypeConverterDescriptor() {
        return new DefaultTypeConverterDescriptor<>(String.class, FixedText.class);
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
