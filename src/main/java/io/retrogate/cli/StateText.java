package io.retrogate.cli;

import io.retrogate.as2.CertificateState;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** States as people write them, in small letters. */
final class StateText implements ITypeConverter<CertificateState> {

    @Override
    public CertificateState convert(String text) {
        return Arrays.stream(CertificateState.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'"
                                                + text
                                                + "' is none of announced, active, retiring, retired"));
    }
}
