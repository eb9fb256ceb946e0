package io.retrogate.translate.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies few bytes: for those of a usual value the call into the runtime costs the most. */
final class Octets {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Octets() {}

    static void copy(byte[] source, int from, byte[] target, int at, int length) {
        if (length > 16) {
            System.arraycopy(source, from, target, at, length);
        } else if (length >= 8) {
            // Both ends; in the middle they overlap.
            int last = length - 8;
            long head = (long) LONGS.get(source, from);
            long tail = (long) LONGS.get(source, from + last);
            LONGS.set(target, at, head);
            LONGS.set(target, at + last, tail);
        } else if (length >= 4) {
            int last = length - 4;
            int head = (int) INTS.get(source, from);
            int tail = (int) INTS.get(source, from + last);
            INTS.set(target, at, head);
            INTS.set(target, at + last, tail);
        } else {
            for (int i = 0; i < length; i++) {
                target[at + i] = source[from + i];
            }
        }
    }
}
