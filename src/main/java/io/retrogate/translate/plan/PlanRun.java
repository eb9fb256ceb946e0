package io.retrogate.translate.plan;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.lane.TransactionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan works with: the document, the message that it becomes, and room for what lies
 * between. It is reused from one document to the next and belongs to one thread at a time.
 */
public final class PlanRun {

    private final TransactionIndex index = new TransactionIndex();
    private final PlanLoops loops = new PlanLoops();
    private final PlanScratch scratch = new PlanScratch();
    private final PlanDraft draft = new PlanDraft();
    private final PlanText text = new PlanText(scratch);
    private final PlanText code = new PlanText(scratch);
    private final PlanText side = new PlanText(scratch);
    private final PlanText probe = new PlanText(scratch);
    private final PlanScratch joined = new PlanScratch();
    private final PlanScratch out = new PlanScratch();
    private final PlanSources sources = new PlanSources();
    private final PlanItems items = new PlanItems();
    private final PlanTexts seen = new PlanTexts();
    private final PlanPacked packed = new PlanPacked();
    private final List<Fill> fills = new ArrayList<>();
    private @Nullable PlanSpot item;
    private byte[] bytes = new byte[0];
    private CharacterSet characters = CharacterSet.LATIN;
    private PlanKeys keys = new PlanKeys();
    private String kind = "";
    private boolean doubtful;
    private @Nullable PlanTask task;

    /** How a cell was filled: what read the text, from where it looked at what stands beside it. */
    record Fill(PlanFiller with, PlanSpot spot) {

        /** Whether nothing but the text itself was looked at. */
        boolean isAlone() {
            return with.isAlone();
        }
    }

    /** False if the document needs the reference lane. */
    boolean open(PlanTask of, byte[] document, PlanLayout layout, PlanKeys names) {
        task = of;
        bytes = document;
        characters = of.characters();
        keys = names;
        doubtful = false;
        scratch.clear();
        out.clear();
        draft.clear();
        items.clear();
        item = null;
        if (!index.read(bytes, 0, bytes.length, of.header().delimiters())) {
            return false;
        }
        sources.clear(index.segments());
        return loops.read(index, layout);
    }

    /** Something is not as plain as it has to be; the document goes to the reference lane. */
    void doubt() {
        doubtful = true;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    void decide(String label) {
        kind = label;
    }

    String kind() {
        return kind;
    }

    /** From now on, until {@link #forget}, it is noted how cells are filled. */
    void remember(PlanSpot ofItem) {
        fills.clear();
        item = ofItem;
    }

    void forget() {
        item = null;
    }

    void noteFill(int cell, PlanFiller with, PlanSpot spot) {
        if (item != null) {
            draft.filledBy(cell, fills.size());
            fills.add(new Fill(with, spot));
        }
    }

    Fill fill(int number) {
        return fills.get(number);
    }

    /** Whether the rules of a noted item are looking at it as a whole. */
    boolean isItem(PlanSpot spot) {
        return item == spot;
    }

    /** Packages that were met before. */
    PlanTexts seen() {
        return seen;
    }

    PlanPacked packed() {
        return packed;
    }

    PlanItems items() {
        return items;
    }

    /** A value as it stands in the document, without so many characters in front. */
    void copy(int cell, PlanText of, int skip) {
        int kind = of.isMade() ? PlanCell.MADE : PlanCell.TEXT;
        draft.fill(cell, kind, of.from() + skip, of.to());
    }

    PlanTask task() {
        return Objects.requireNonNull(task);
    }

    TransactionIndex index() {
        return index;
    }

    byte[] bytes() {
        return bytes;
    }

    PlanLoops loops() {
        return loops;
    }

    PlanDraft draft() {
        return draft;
    }

    PlanScratch scratch() {
        return scratch;
    }

    /** Room for a text that is made of several. */
    PlanScratch joined() {
        return joined;
    }

    PlanScratch out() {
        return out;
    }

    PlanSources sources() {
        return sources;
    }

    PlanKeys keys() {
        return keys;
    }

    CharacterSet characters() {
        return characters;
    }

    /** The value that a rule reads. */
    PlanText text() {
        return text;
    }

    /** The qualifier of that value. */
    PlanText code() {
        return code;
    }

    /** What stands beside it. */
    PlanText side() {
        return side;
    }

    /** For qualifiers and conditions. */
    PlanText probe() {
        return probe;
    }

    /** Whether it has grown so much that it is better given back. */
    public boolean isLarge() {
        return draft.capacity() > 1 << 16
                || out.bytes().length > 1 << 22
                || items.capacity() > 1 << 22
                || packed.capacity() + seen.capacity() > 1 << 18;
    }
}
