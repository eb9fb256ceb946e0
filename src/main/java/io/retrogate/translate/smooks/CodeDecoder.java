package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Decoded.CodedText;
import jakarta.annotation.Resource;
import java.util.function.Function;
import org.smooks.api.converter.TypeConverterFactory;

/**
 * {@code decoder="Code"}: a code with its meaning. Parameter {@code table}: one of the tables in
 * {@code src/main/resources/codes}, {@code x12/reason}. With the parameter {@code code} it is that
 * code wherever something stands.
 */
@Resource(name = "Code")
public final class CodeDecoder extends TextDecoder<CodedText>
        implements TypeConverterFactory<String, CodedText> {

    public CodeDecoder() {
        super(CodedText.class);
    }

    @Override
    Function<String, CodedText> decoding() {
        var table = parameter("table", "");
        var code = parameter("code", "");
        return value -> new CodedText(code.isEmpty() ? value : code, table);
    }
}
