package io.retrogate.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retrogate.acknowledge.Acknowledger;
import io.retrogate.edi.Content;
import io.retrogate.edi.ControlNumber;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.edi.Position;
import io.retrogate.edi.Standard;
import io.retrogate.edi.TransactionReport;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.MappingCoverage;
import io.retrogate.returns.Origin;
import io.retrogate.returns.ReturnMessage;
import io.retrogate.returns.TranslatedDocument;
import io.retrogate.translate.CoverageMeter;
import io.retrogate.translate.FileTranslator;
import io.retrogate.translate.Renderer;
import io.retrogate.translate.Translator;
import io.retrogate.validate.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a toy language: each line {@code ISA verdict…} is an interchange, with a transaction set
 * for each verdict {@code good}, {@code poor} or {@code bad}; {@code boom} fails.
 */
final class FakeStages implements Stages {

    static final Path SOUND = Path.of("sound");
    static final Path BROKEN = Path.of("broken");
    static final Path ENDPOINT = Path.of("endpoint");

    @Override
    public Validator validator() {
        return (content, partner) -> lines(content).stream().map(FakeStages::report).toList();
    }

    @Override
    public Validator validator(int threads) {
        return validator();
    }

    @Override
    public Translator translator() {
        return FakeStages::translate;
    }

    @Override
    public Translator translator(int threads) {
        return translator();
    }

    /** The toy has no mappings. */
    @Override
    public CoverageMeter coverageMeter() {
        return new CoverageMeter() {
            @Override
            public void look(
                    Content content, InterchangeReport report, Optional<TradingPartner> partner) {}

            @Override
            public List<MappingCoverage> found() {
                return List.of();
            }
        };
    }

    @Override
    public FileTranslator files() {
        return FileTranslator.bySmooks();
    }

    /** The real one: what it writes is then judged by the toy. */
    @Override
    public Renderer renderer() {
        return new OfflineStages().renderer();
    }

    @Override
    public Acknowledger acknowledger() {
        return Acknowledger.byTables(Schemas.builtIn());
    }

    @Override
    public Folder folder(Path folder) {
        var partner =
                new TradingPartner(
                        "acme", folder, List.of(), List.of(), Optional.empty(), List.of(), "as2");
        var problem =
                new FolderProblem(
                        CliProblem.FOLDER_UNUSABLE,
                        folder.resolve("agreement.yaml"),
                        7,
                        "No such key.");
        boolean broken = Files.exists(folder.resolve("broken")) || folder.equals(BROKEN);
        return new Folder(
                folder.equals(ENDPOINT) ? Optional.empty() : Optional.of(partner),
                broken ? List.of(problem) : List.of());
    }

    private static List<String> lines(Content content) {
        try (var stream = content.open()) {
            var text = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.isBlank() ? List.of("") : text.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InterchangeReport report(String line) {
        if (line.contains("boom")) {
            throw new IllegalStateException("boom");
        }
        if (!line.startsWith("ISA")) {
            var unreadable = finding(DocumentProblem.INTERCHANGE_UNREADABLE, Severity.ERROR, "");
            return new InterchangeReport(
                    Optional.empty(), 0, 0, Verdict.REJECTED, List.of(unreadable), List.of());
        }
        var transactions = new ArrayList<TransactionReport>();
        for (var verdict : line.substring(3).strip().split(" ")) {
            transactions.add(transaction(transactions.size() + 1, verdict));
        }
        boolean bad = transactions.stream().anyMatch(t -> t.verdict() == Verdict.REJECTED);
        var verdict = bad ? Verdict.PARTIAL : Verdict.ACCEPTED;
        var us = new PartyId("", "US");
        var number = new ControlNumber("31");
        var group =
                new GroupReport(
                        1,
                        "SH",
                        new PartyId("", "ACME"),
                        us,
                        number,
                        "004010",
                        transactions.size(),
                        verdict,
                        List.of(),
                        transactions);
        return new InterchangeReport(
                Optional.of(header()), 0, 9, verdict, List.of(), List.of(group));
    }

    private static InterchangeHeader header() {
        return new InterchangeHeader(
                Standard.X12,
                new PartyId("ZZ", "ACME"),
                new PartyId("01", "RETROGATE"),
                new ControlNumber("000000107"),
                "00401",
                "",
                "260203",
                "0915",
                false,
                false,
                new Delimiters('*', '>', '~', '\0', '\0', '.'));
    }

    private static TransactionReport transaction(int ordinal, String kind) {
        var findings =
                switch (kind) {
                    case "bad" ->
                            List.of(
                                    finding(
                                            DocumentProblem.ELEMENT_CODE_INVALID,
                                            Severity.ERROR,
                                            "X\u001b[31mX"));
                    case "poor" ->
                            List.of(
                                    finding(
                                            DocumentProblem.ELEMENT_TOO_LONG,
                                            Severity.WARNING,
                                            "L\u00e4nge"));
                    default -> List.<Finding>of();
                };
        var verdict =
                switch (kind) {
                    case "bad" -> Verdict.REJECTED;
                    case "poor" -> Verdict.ACCEPTED_WITH_ERRORS;
                    default -> Verdict.ACCEPTED;
                };
        return new TransactionReport(
                ordinal,
                1,
                MessageType.x12("856", "004010"),
                new ControlNumber("000" + ordinal),
                0,
                9,
                3,
                verdict,
                findings);
    }

    private static Finding finding(DocumentProblem problem, Severity severity, String text) {
        var position = new Position(27, 25, "SN1", 3, 0, 1, 400);
        return new Finding(problem, severity, position, "355", text, "It is wrong.");
    }

    private static InterchangeReport translate(
            Content content,
            InterchangeReport report,
            Origin origin,
            Optional<TradingPartner> partner,
            Consumer<TranslatedDocument> documents) {
        report.transactions()
                .filter(t -> t.verdict() != Verdict.REJECTED)
                .map(t -> new TranslatedDocument(t.ordinal(), message(t, origin)))
                .forEach(documents);
        return report;
    }

    private static ReturnMessage message(TransactionReport transaction, Origin origin) {
        return new ReturnMessage(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", origin.transmission() + "-" + transaction.ordinal())
                        .put("partner", origin.partner())
                        .put("receivedAt", origin.receivedAt().toString()));
    }
}
