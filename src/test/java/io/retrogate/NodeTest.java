package io.retrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class NodeTest {

    private final MockEnvironment settings =
            new MockEnvironment().withProperty("retrogate.data", "own");

    @Test
    void needsNoNameIfItIsTheOnlyOne() {
        settings.setProperty("retrogate.shared", "own");

        assertThat(Node.of(settings)).isEqualTo(new Node(Path.of("own"), ""));
    }

    @Test
    void hasANameAmongSeveral() {
        settings.setProperty("retrogate.shared", "/nfs/retrogate");
        settings.setProperty("retrogate.node", "left-1");

        assertThat(Node.of(settings)).isEqualTo(new Node(Path.of("/nfs/retrogate"), "left-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../archive", "a b"})
    void isRefusedWithoutAName(String name) {
        settings.setProperty("retrogate.shared", "/nfs/retrogate");
        settings.setProperty("retrogate.node", name);

        assertThatThrownBy(() -> Node.of(settings)).hasMessageContaining("GTW-004");
    }
}
