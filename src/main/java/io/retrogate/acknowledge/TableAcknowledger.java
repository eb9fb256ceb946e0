package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.ledger.PartnerJudgement;
import io.retrogate.ledger.PlannedAcknowledgement;
import io.retrogate.ledger.PlannedAcknowledgement.Renderer;
import io.retrogate.partner.TradingPartner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes every code from a table of the standard; knows no state but the report. */
@Component
final class TableAcknowledger implements Acknowledger {

    private final SegmentPlaces places;

    TableAcknowledger(Schemas schemas) {
        this.places = new SegmentPlaces(schemas);
    }

    @Override
    public List<PlannedAcknowledgement> plan(
            InterchangeReport report, Content content, Optional<TradingPartner> partner) {
        var address = report.header().flatMap(header -> Address.of(header, partner));
        if (address.isEmpty() || OwnKind.holdsOnlyAcknowledgements(report, content)) {
            return List.of();
        }
        var header = address.get();
        var wish = new Wish(header.standard(), partner);
        return Stream.concat(
                        answer(header, wish.syntax(report), wish).stream(),
                        business(header, report, content, wish).stream())
                .map(answer -> planned(header, partner, answer))
                .toList();
    }

    @Override
    public List<PartnerJudgement> heard(InterchangeReport report, Content content) {
        return report.header().stream()
                .flatMap(header -> new Hearing(header, content).of(report))
                .toList();
    }

    private Optional<Answer> answer(InterchangeHeader header, InterchangeReport report, Wish wish) {
        if (wish.wantsNothing(report)) {
            return Optional.empty();
        }
        return header.standard() == Standard.X12
                ? x12(header, report, wish)
                : Optional.of(contrl(header, report, wish));
    }

    private Optional<Answer> x12(InterchangeHeader header, InterchangeReport report, Wish wish) {
        var envelope = EnvelopeJudgement.of(report);
        var groups = envelope.rejected() ? List.<GroupReport>of() : wish.groupsToAnswer(report);
        boolean note = header.acknowledgementRequested() || envelope.faulty();
        if (groups.isEmpty() && !note) {
            return Optional.empty();
        }
        var answers = groups.stream().map(group -> inForm(group, wish)).toList();
        var renderer =
                new X12Answer(
                        header,
                        wish.characters(header),
                        note ? Optional.of(envelope) : Optional.empty(),
                        List.copyOf(answers));
        return Optional.of(new Answer(form(answers), Letters.of(envelope, groups), renderer));
    }

    private static Optional<Answer> business(
            InterchangeHeader header, InterchangeReport report, Content content, Wish wish) {
        var answers = new BusinessAnswers(header, wish.characters(header), wish);
        var documents = answers.documents(report, content);
        return documents.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Answer(
                                answers.form(),
                                BusinessAnswers.letter(documents),
                                answers.renderer(documents)));
    }

    private GroupAnswer inForm(GroupReport group, Wish wish) {
        return new GroupAnswer(
                group, wish.implementation(group) ? Optional.of(places) : Optional.empty());
    }

    private static String form(List<GroupAnswer> answers) {
        var forms = answers.stream().map(GroupAnswer::form).distinct().sorted().toList();
        return forms.isEmpty() ? "TA1" : String.join("+", forms);
    }

    private static Answer contrl(InterchangeHeader header, InterchangeReport report, Wish wish) {
        var envelope = EnvelopeJudgement.of(report);
        var groups = envelope.rejected() ? List.<GroupReport>of() : wish.groupsToAnswer(report);
        boolean all = groups.stream().mapToInt(g -> g.transactions().size()).sum() == count(report);
        return new Answer(
                "CONTRL",
                Letters.of(envelope, groups),
                new EdifactAnswer(
                        header,
                        wish.characters(header),
                        List.of(
                                new ContrlAnswer(
                                        header, envelope, groups, all, wish.forgiving()))));
    }

    private static long count(InterchangeReport report) {
        return report.transactions().count();
    }

    private static PlannedAcknowledgement planned(
            InterchangeHeader header, Optional<TradingPartner> partner, Answer answer) {
        return new PlannedAcknowledgement(
                partner.map(TradingPartner::name).orElse(""),
                answer.form(),
                header.receiver() + ">" + header.sender(),
                answer.letter(),
                answer.renderer());
    }

    private record Answer(String form, String letter, Renderer renderer) {}
}
