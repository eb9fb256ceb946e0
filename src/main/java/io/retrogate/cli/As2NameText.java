package io.retrogate.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An AS2 name without quotes: 1 to 128 printable ASCII characters (RFC 4130 §6.2). */
final class As2NameText implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.matches("[\\x20-\\x7E]{1,128}")) {
            return text;
        }
        throw new TypeConversionException("an AS2 name has 1 to 128 printable ASCII characters");
    }
}
