package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.ImpliedDecimals;
import jakarta.annotation.Resource;
import java.util.Properties;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/**
 * {@code decoder="ImpliedDecimals"}: a number without a point. Parameter {@code decimals}: how many
 * there are, 2 if left out.
 */
@Resource(name = "ImpliedDecimals")
public final class DecimalsDecoder
        implements TypeConverterFactory<String, ImpliedDecimals>, Configurable {

    private Properties parameters = new Properties();

    @Override
    public TypeConverter<String, ImpliedDecimals> createTypeConverter() {
        int decimals = Integer.parseInt(parameters.getProperty("decimals", "2"));
        return value -> value.isBlank() ? null : new ImpliedDecimals(value, decimals);
    }

    @Override
    public TypeConverterDescriptor<Class<String>, Class<ImpliedDecimals>>
            getTypeConverterDescriptor() {
        return new DefaultTypeConverterDescriptor<>(String.class, ImpliedDecimals.class);
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
