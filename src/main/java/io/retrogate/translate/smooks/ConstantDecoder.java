package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.FixedText;
import jakarta.annotation.Resource;
import java.util.function.Function;
import org.smooks.api.converter.TypeConverterFactory;

/**
 * {@code decoder="Constant"}: the parameter {@code value} wherever something stands; without it
 * nothing, so that the member is emptied.
 */
@Resource(name = "Constant")
public final class ConstantDecoder extends TextDecoder<FixedText>
        implements TypeConverterFactory<String, FixedText> {

    public ConstantDecoder() {
        super(FixedText.class);
    }

    @Override
    Function<String, FixedText> decoding() {
        var fixed = new FixedText(parameter("value", ""));
        return value -> fixed;
    }
}
