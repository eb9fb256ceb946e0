package io.retrogate.cli;

import io.retrogate.partner.KeyType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Kinds of key as people write them. */
final class KeyTypeText implements ITypeConverter<KeyType> {

    @Override
    public KeyType convert(String text) {
        return KeyType.named(text)
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'" + text + "' is none of rsa-3072, rsa-2048, p-256"));
    }
}
