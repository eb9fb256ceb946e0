package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.as2.RawEntity;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the cases of one subject share. The name of each method begins with the number of the case
 * that it shows; what it sees goes into the table.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
abstract class ConformanceCases {

    /** A case that fails is not shown, whatever it saw before. */
    @RegisterExtension
    final AfterTestExecutionCallback failures =
            context -> context.getExecutionException().ifPresent(e -> failed());

    final Scene scene;
    private final ConformanceTable table;
    private ConformanceCase current = ConformanceCase.A01;
    private String test = "";

    ConformanceCases(As2ConformanceTest suite) {
        this.scene = suite.scene();
        this.table = suite.table();
    }

    @BeforeEach
    void name(TestInfo info) {
        Method method = info.getTestMethod().orElseThrow();
        current =
                ConformanceCase.valueOf(method.getName().substring(0, 3).toUpperCase(Locale.ROOT));
        test = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    void saw(String variant, Answer answer) throws Exception {
        saw(variant, answer.seen());
    }

    void saw(String variant, String answer) {
        table.saw(current, variant, answer, test);
    }

    private void failed() {
        table.failed(current);
    }

    void notYet(String reason) {
        table.notYet(current, reason, test);
    }

    /** Another test of this build shows it, under this name, which has to be true. */
    void shownBy(String variant, String answer, String type, String method) throws Exception {
        Class<?> other = Class.forName("io.retrogate." + type);
        assertThat(Arrays.stream(other.getDeclaredMethods()).map(Method::getName)).contains(method);
        table.saw(current, variant, answer, other.getSimpleName() + "." + method);
    }

    /** Accepted as it was meant, with the MIC of what was covered, and kept byte for byte. */
    void accepted(String variant, RawClient.Outgoing message, RawEntity covered) throws Exception {
        accepted(variant, message, Scene.mic(covered), Scene.X12);
    }

    void accepted(String variant, RawClient.Outgoing message, String mic, byte[] document)
            throws Exception {
        saw(variant, processed(variant, message, mic, document));
    }

    Answer processed(String variant, RawClient.Outgoing message, String mic, byte[] document)
            throws Exception {
        Answer answer = message.post();
        WireMdn mdn = answer.mdn();
        assertThat(mdn.disposition()).as(variant).isEqualTo("processed");
        assertThat(mdn.mic()).as(variant).contains(mic);
        assertThat(scene.stored(message.messageId())).as(variant).isEqualTo(document);
        return answer;
    }

    /** Refused in a signed MDN, and nothing of it goes on. */
    void refused(String variant, RawClient.Outgoing message, String modifier) throws Exception {
        Answer answer = message.post();
        WireMdn mdn = answer.mdn();
        assertThat(mdn.disposition()).as(variant).isEqualTo("processed/Error: " + modifier);
        assertThat(mdn.signed()).as(variant).isTrue();
        scene.assertNothingStored(message.messageId());
        saw(variant, answer);
    }
}
