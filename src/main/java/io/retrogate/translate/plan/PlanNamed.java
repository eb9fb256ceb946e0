package io.retrogate.translate.plan;

import io.retrogate.translate.rule.NamedRule;
import io.retrogate.translate.value.CodeTable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link NamedRule} over numbers. */
final class PlanNamed implements PlanRule {

    private final PlanPath each;
    private final PlanPath key;
    private final PlanCodes names;
    private final PlanPath from;
    private final PlanTarget to;
    private final PlanTarget rest;
    private final Map<String, Member> members = new HashMap<>();
    private final PlanConversion restValue;
    private final @Nullable PlanPath uom;
    private final @Nullable PlanConversion uoms;
    private final PlanConversion types;
    private final int typeKey;
    private final int valueKey;
    private final int uomKey;

    private record Member(int key, PlanConversion conversion) {}

    PlanNamed(NamedRule of, PlanCompiler compiler) {
        each = compiler.path(of.each());
        key = compiler.deciding(of.key(), of.each());
        names = compiler.codes(of.names());
        from = compiler.path(of.from());
        to = compiler.target(of.to());
        rest = compiler.target(of.rest());
        of.members()
                .forEach(
                        (name, conversion) ->
                                members.put(
                                        name,
                                        new Member(
                                                compiler.keys().number(name),
                                                new PlanConversion(conversion, compiler))));
        restValue = new PlanConversion(of.restValue(), compiler);
        uom = compiler.optional(of.uom());
        uoms = of.uoms() == null ? null : compiler.coding(of.uoms());
        types = compiler.coding(of.names());
        typeKey = compiler.keys().number("type");
        valueKey = compiler.keys().number("value");
        uomKey = compiler.keys().number("uom");
    }

    @Override
    public void apply(PlanRun run, PlanSpot here, int object) {
        if (each.leadsNowhere(run, here)) {
            return;
        }
        each.visit(
                run,
                here,
                (same, loop, segment, element, component) -> {
                    var spot = new PlanSpot(loop, segment, element, component, 1);
                    if (key.first(run, spot, run.code()) && from.first(run, spot, run.text())) {
                        write(run, spot, object);
                    }
                    return true;
                });
    }

    private void write(PlanRun run, PlanSpot spot, int object) {
        var code = names.find(run.code());
        var name =
                code != null
                        ? code.meaning()
                        : names.table().meaning(run.code().string(run.characters())).orElse("");
        if (name.equals(CodeTable.ELSEWHERE)) {
            return;
        }
        var draft = run.draft();
        int owner = to.object(draft, object);
        var member = members.get(name);
        if (member == null || draft.cell(owner, member.key()) >= 0) {
            append(run, spot, object);
            return;
        }
        fill(run, draft.add(owner, member.key()), run.text(), member.conversion(), spot);
        unit(run, spot, owner);
    }

    private void append(PlanRun run, PlanSpot spot, int object) {
        var draft = run.draft();
        int item = draft.object();
        fill(run, draft.add(item, typeKey), run.code(), types, spot);
        fill(run, draft.add(item, valueKey), run.text(), restValue, spot);
        unit(run, spot, item);
        draft.append(rest.owner(draft, object), rest.key(), item);
    }

    private static void fill(
            PlanRun run, int cell, PlanText text, PlanConversion conversion, PlanSpot spot) {
        run.draft().source(cell, text.segment(), text.element(), text.component());
        conversion.fill(run, cell, text, spot);
    }

    private void unit(PlanRun run, PlanSpot spot, int owner) {
        if (uom != null
                && uoms != null
                && run.draft().cell(owner, uomKey) < 0
                && uom.first(run, spot, run.side())) {
            var text = run.side();
            fill(run, run.draft().add(owner, uomKey), text, uoms, spot);
        }
    }

    @Override
    public int needs() {
        return each.needs();
    }
}
