package io.retrogate.translate.out;

import io.retrogate.translate.tree.Path;
import java.util.ArrayList;
import java.util.List;

/** Spreads one text over several elements, each as full as it may be. */
record Joining(List<Path> to, String between) {

    /** False if nothing was written, because there is no room for all of it. */
    boolean place(String text, DraftPlace here) {
        var slots = new ArrayList<DraftSlot>();
        var pieces = new ArrayList<String>();
        var rest = text;
        for (var path : to) {
            var slot = rest.isEmpty() ? null : DraftSlot.find(path, here, rest).orElse(null);
            if (slot != null) {
                var piece = head(rest, slot.room());
                slots.add(slot);
                pieces.add(piece);
                rest = rest.substring(piece.length());
                rest = rest.startsWith(between) ? rest.substring(between.length()) : rest;
            }
        }
        if (!rest.isEmpty()) {
            return false;
        }
        for (int at = 0; at < slots.size(); at++) {
            slots.get(at).set(pieces.get(at));
        }
        return !slots.isEmpty();
    }

    /** As much as has room, up to the last place where it may be cut. */
    private String head(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int cut = between.isEmpty() ? room : text.lastIndexOf(between, room);
        return text.substring(0, cut <= 0 ? room : cut);
    }
}
