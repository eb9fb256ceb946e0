package io.retrogate.cli;

import io.retrogate.edi.Content;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.Guide;
import io.retrogate.partner.PartnerProblem;
import io.retrogate.partner.TradingPartner;
import io.retrogate.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rules of a partner's guides its samples prove: those without which some sample would be
 * judged otherwise.
 */
final class GuideProof {

    private final Validator validator;
    private final TradingPartner partner;
    private final List<Content> samples;

    GuideProof(Validator validator, TradingPartner partner, List<Content> samples) {
        this.validator = validator;
        this.partner = partner;
        this.samples = List.copyOf(samples);
    }

    /** A warning for each rule that no sample proves. */
    List<FolderProblem> problems() {
        var problems = new ArrayList<FolderProblem>();
        var whole = judged(partner);
        for (var guide : partner.guides()) {
            for (var rule : guide.rules()) {
                if (whole.equals(judged(partner.with(guide, guide.without(rule))))) {
                    problems.add(unproved(guide, rule));
                }
            }
        }
        return problems;
    }

    private List<List<InterchangeReport>> judged(TradingPartner by) {
        return samples.stream().map(it -> validator.validate(it, Optional.of(by))).toList();
    }

    private static FolderProblem unproved(Guide guide, Guide.Rule rule) {
        return new FolderProblem(
                PartnerProblem.GUIDE_RULE_UNPROVED,
                guide.file(),
                rule.line(),
                "No sample is judged otherwise because of this rule for " + rule.place() + ".");
    }
}
