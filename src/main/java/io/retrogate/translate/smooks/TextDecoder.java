package io.retrogate.translate.smooks;

import java.util.Properties;
import java.util.function.Function;
import org.smooks.api.converter.TypeConverter;
import org.smooks.api.converter.TypeConverterDescriptor;
import org.smooks.api.converter.TypeConverterFactory;
import org.smooks.api.resource.config.Configurable;
import org.smooks.engine.converter.DefaultTypeConverterDescriptor;

/**
 * What our decoders have in common: where nothing stands they make nothing, and their parameters
 * are the {@code jb:decodeParam}s of the configuration. Each says once more that it is a factory:
 * Smooks asks the class itself, and not what it extends.
 */
abstract sealed class TextDecoder<T extends Decoded>
        implements TypeConverterFactory<String, T>, Configurable
        permits CodeDecoder, ConstantDecoder, DecimalsDecoder {

    private final Class<T> made;
    private Properties parameters = new Properties();

    TextDecoder(Class<T> made) {
        this.made = made;
    }

    /** Made once for each value in the configuration, so that wrong parameters show at once. */
    abstract Function<String, T> decoding();

    final String parameter(String name, String otherwise) {
        return parameters.getProperty(name, otherwise);
    }

    @Override
    public final TypeConverter<String, T> createTypeConverter() {
        var decoding = decoding();
        return value -> value.isBlank() ? null : decoding.apply(value);
    }

    @Override
    public final TypeConverterDescriptor<Class<String>, Class<T>> getTypeConverterDescriptor() {
        return new DefaultTypeConverterDescriptor<>(String.class, made);
    }

    @Override
    public final void setConfiguration(Properties properties) {
        parameters = properties;
    }

    @Override
    public final Properties getConfiguration() {
        return parameters;
    }
}
