package io.retrogate.as2.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retrogate.as2.interop.InteropCase.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

/**
 * Products of other makes send to us and receive from us: a few messages that stand for all, or all
 * with {@code -Pinterop}. What is seen is {@code src/docs/as2-interoperability.md}.
 */
@Tag("e2e")
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class As2InteropIT {

    /** What the peers log stays there. */
    private static final Path FOLDER = Path.of("target/interop").toAbsolutePath();

    private final InteropTable table = new InteropTable();
    private InteropStage stage;
    private ToUs toUs;
    private FromUs fromUs;

    static List<InteropCase> cases() {
        return Boolean.getBoolean("interop.whole") ? Matrix.whole() : Matrix.covering();
    }

    @BeforeAll
    void open() throws Exception {
        FileSystemUtils.deleteRecursively(FOLDER);
        stage = new InteropStage(Files.createDirectories(FOLDER));
        toUs = new ToUs(stage);
        fromUs = new FromUs(stage);
    }

    @AfterAll
    void close() throws Exception {
        stage.close();
        table.check(PeerFault.C4, toUs.staleConnections());
        table.check();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isUnderstoodOrFailsAsIsKnown(InteropCase one) throws Exception {
        assumeTrue(
                one.peer().built(),
                "skipped: build the peers with ./mvnw -f src/test/peers/pom.xml package");

        String wrong = one.way() == Way.TO_US ? toUs.play(one) : fromUs.play(one);

        Optional<PeerFault> fault = PeerFault.of(one);
        assertThat(wrong)
                .as(one + ": " + fault.map(PeerFault::name).orElse("no fault is known"))
                .matches(fault.map(PeerFault::looks).orElse(""));
        table.saw(one);
    }
}
