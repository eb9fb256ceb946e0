package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.ImpliedDecimals;
import jakarta.annotation.Resource;
import java.util.function.Function;
import org.smooks.api.converter.TypeConverterFactory;

/**
 * {@code decoder="ImpliedDecimals"}: a number without a point. Parameter {@code decimals}: how many
 * there are, 2 if left out.
 */
@Resource(name = "ImpliedDecimals")
public final class DecimalsDecoder extends TextDecoder<ImpliedDecimals>
        implements TypeConverterFactory<String, ImpliedDecimals> {

    public DecimalsDecoder() {
        super(ImpliedDecimals.class);
    }

    @Override
    Function<String, ImpliedDecimals> decoding() {
        int decimals = Integer.parseInt(parameter("decimals", "2"));
        return value -> new ImpliedDecimals(value, decimals);
    }
}
