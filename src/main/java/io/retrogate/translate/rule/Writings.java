package io.retrogate.translate.rule;

import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.text.YamlPart;
import io.retrogate.translate.value.MomentWriting;
import io.retrogate.translate.value.Writing;

/** Which writing a member of the message wants. */
public final class Writings {

    private Writings() {}

    public static Writing of(TargetShape shape) {
        return switch (shape.sort()) {
            case DECIMAL -> Writing.decimal();
            case MOMENT -> new MomentWriting();
            case BOOLEAN -> Writing.yesOrNo();
            case INTEGER, GTIN, GLN, SSCC, CODED, OBJECT, ARRAY, TEXT -> Writing.text();
        };
    }

    /** {@code as: n2}: two implied decimals. */
    public static Writing named(YamlPart as, TargetShape shape) {
        Readings.named(as, shape);
        return Writing.implied(as.text().charAt(1) - '0');
    }
}
