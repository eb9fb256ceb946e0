package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.FUNCTIONAL_GROUP_UNSUPPORTED;
import static io.retrogate.edi.DocumentProblem.GUIDE_CODE_FORBIDDEN;
import static io.retrogate.edi.DocumentProblem.GUIDE_ELEMENT_FORBIDDEN;
import static io.retrogate.edi.DocumentProblem.GUIDE_ELEMENT_MISSING;
import static io.retrogate.edi.DocumentProblem.GUIDE_ELEMENT_TOO_LONG;
import static io.retrogate.edi.DocumentProblem.GUIDE_SEGMENT_FORBIDDEN;
import static io.retrogate.edi.DocumentProblem.GUIDE_SEGMENT_MISSING;
import static io.retrogate.edi.DocumentProblem.GUIDE_SEGMENT_TOO_OFTEN;
import static io.retrogate.edi.DocumentProblem.TRANSACTION_CONTROL_COUNT_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.FolderCheck;
import io.retrogate.partner.FolderProblem;
import io.retrogate.partner.PartnerFolders;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide in src/docs/guides.md, and what it does to documents. */
class GuideTest {

    private static final String REQUEST = "x12/180/request-accepted";

    @TempDir Path routes;

    @Test
    void judgesAsTheStandardDoesWhereTheGuideSaysNothing() throws IOException {
        assertThat(Document.sample(REQUEST).report(acme()).allFindings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "SE*15*,CTT*1~SE*16*",
                "RDR*RA*DM,RDR*RA*QQ",
                "BGN*00*RR-20261102-01,BGN*00*RR-20261102-01-and-a-little-longer",
                "GS*AN,GS*RZ"
            })
    void allowsWhatTheStandardDoesNot(String piece, String other) throws IOException {
        var document = changed(piece, other);

        assertThat(document.findings()).isNotEmpty();
        assertThat(document.report(acme()).allFindings()).isEmpty();
        assertThat(document.report(acme()).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void takesWhatAGuideAllowsThroughTheFastLane() throws IOException {
        var lane = FastLane.compiled(Long.MAX_VALUE);
        var validator = new StaediValidator(Schemas.builtIn(), lane, ContentRules.builtIn());

        validator.validate(changed("SE*15*", "CTT*1~SE*16*"), Optional.of(acme()));

        assertThat(lane.sure()).isEqualTo(1);
    }

    @Test
    void saysTheSameInBothLanes() throws IOException {
        var type = MessageType.x12("180", "004010");
        var changes = GuidePlan.of(acme().guide(type).orElseThrow()).changes();
        var wide = Schemas.builtIn().find(type, changes).orElseThrow();

        int spared = new LaneComparison(20261123).round(type, wide, Optional.of(acme()), 400);

        assertThat(changes).hasSize(5);
        assertThat(spared).isBetween(150, 350);
    }

    @Test
    void judgesAnExtraSegmentByItsOwnRules() throws IOException {
        var findings = changed("SE*15*", "CTT*7~SE*16*").report(acme()).allFindings();

        assertThat(findings)
                .extracting(Finding::problem)
                .containsExactly(DocumentProblem.LINE_COUNT_MISMATCH);
    }

    @Test
    void namesWhatIsNotForThisPartner() throws IOException {
        assertSays("N9*DB*RR-20261102-01", "N9*CO*7", GUIDE_SEGMENT_MISSING, "SE[17]");
        assertSays(
                "PID*F****Cordless drill~\n",
                "",
                GUIDE_SEGMENT_MISSING,
                "SE[16]",
                "SE*15",
                "SE*14");
        assertSays("N1*BY*Acme Retail*92*ACME", "N1*BY*Acme", GUIDE_ELEMENT_MISSING, "N1[9]-04");
        assertSays(
                "DTM*007",
                "PKG*F****Box~DTM*007",
                GUIDE_SEGMENT_FORBIDDEN,
                "PKG[6]",
                "SE*15",
                "SE*16");
        assertSays("*Does not charge", "*Does not charge*Y", GUIDE_ELEMENT_FORBIDDEN, "RDR[15]-05");
        assertSays(
                "BGN*00*RR-20261102-01",
                "BGN*00*" + "R".repeat(41),
                GUIDE_ELEMENT_TOO_LONG,
                "BGN[4]-02");
        assertSays("*3*EA*UCP", "*3*PC*UCP", GUIDE_CODE_FORBIDDEN, "BLI[12]-04");
    }

    @Test
    void countsInEachLine() throws IOException {
        var three = "N9*SE*SN-4711~N9*SE*SN-4712~N9*SE*SN-4713~";
        var request = changed("N9*SE*SN-4711~", three).with("SE*15", "SE*17");

        assertThat(request.report(acme()).allFindings())
                .extracting(Finding::problem)
                .contains(GUIDE_SEGMENT_TOO_OFTEN);
    }

    @Test
    void toleratesAWrongCountOfThisPartner() throws IOException {
        var request = changed("SE*15", "SE*14");

        assertThat(request.report().verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(request.report(acme()).verdict()).isEqualTo(Verdict.ACCEPTED_WITH_ERRORS);
        assertThat(request.report(acme()).allFindings())
                .extracting(Finding::problem)
                .containsExactly(TRANSACTION_CONTROL_COUNT_MISMATCH);
        assertThat(changed("GS*AN", "GS*SH").report(acme()).allFindings())
                .extracting(Finding::problem)
                .containsExactly(FUNCTIONAL_GROUP_UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "allow: CTX, after: BLI; no segment CTX; 'CTT'",
                "allow: CTT, after: BLJ; no BLJ; 'BLI'",
                "require: N8; no N8; 'N1'",
                "require: N101, when: N199=ST; N1 has only 6 parts; .",
                "limit: RDR02, max: 2; 'max' is for a segment; .",
                "limit: RDR02; does not say how much; .",
                "limit: RDR02, codez: [A]; 'codez' is unknown; 'codes'",
            })
    void saysWhereAndWhatMayHaveBeenMeant(String rule, String wrong, String meant)
            throws IOException {
        var check = folder("guide: X12 180 004010\nrules:\n  - { " + rule + " }\n");

        assertThat(check.good()).isFalse();
        var problem = check.problems().get(0);
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.file()).hasFileName("180.yaml");
        assertThat(problem.explanation()).contains(wrong).contains(meant);
    }

    private void assertSays(
            String piece, String other, DocumentProblem problem, String position, String... more)
            throws IOException {
        var document = changed(piece, other);
        if (more.length > 0) {
            document = document.with(more[0], more[1]);
        }
        assertThat(document.report(acme()).allFindings())
                .filteredOn(it -> it.problem() == problem)
                .extracting(it -> it.position().toString())
                .containsExactly(position);
    }

    private static Document changed(String piece, String other) throws IOException {
        return Document.sample(REQUEST).with(piece, other);
    }

    private TradingPartner acme() throws IOException {
        var docs = Files.readString(Path.of("src/docs/guides.md"));
        int start = docs.indexOf("```yaml\n") + "```yaml\n".length();
        var check = folder(docs.substring(start, docs.indexOf("```", start)));
        assertThat(check.problems()).extracting(FolderProblem::toString).isEmpty();
        return check.partner().orElseThrow();
    }

    private FolderCheck folder(String guide) throws IOException {
        var folder = Files.createDirectories(routes.resolve("acme"));
        Files.createDirectories(folder.resolve("guide"));
        Files.writeString(folder.resolve("guide/180.yaml"), guide);
        Files.writeString(
                folder.resolve("agreement.yaml"),
                String.join(
                        "\n",
                        List.of(
                                "partner: acme",
                                "identifiers: [{ qualifier: ZZ, id: ACMERETAIL }]",
                                "ownIdentifiers: [{ qualifier: ZZ, id: RETROGATE }]",
                                "documents:",
                                "  - { message: X12 180 004010, direction: inbound, to: [wms] }",
                                "")));
        Files.createDirectories(routes.resolve("wms"));
        Files.writeString(
                routes.resolve("wms/endpoint.yaml"), "endpoint: wms\nurl: https://wms.example/\n");
        return PartnerFolders.check(folder, Validator.guides(Schemas.builtIn()));
    }
}
