package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** A text as it is, if it has the form that the message's schema demands. */
public final class PatternReading implements Reading {

    private final Pattern pattern;

    PatternReading(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public Found read(String text, Surroundings around) {
        return pattern.matcher(text).find()
                ? Found.of(TextNode.valueOf(text))
                : Found.unreadable("a value of the form " + pattern);
    }
}
