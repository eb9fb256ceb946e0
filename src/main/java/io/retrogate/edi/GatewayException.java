package io.retrogate.edi;

import org.jspecify.annotations.Nullable;

/**
 * A stage could not do its work. A wrong document is never one of these: it is a {@link Finding}.
 */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;

    public GatewayException(ProblemCode code, String detail) {
        this(code, detail, null);
    }

    public GatewayException(ProblemCode code, String detail, @Nullable Throwable cause) {
        super(code.id() + " " + detail, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
