package io.retrogate.as2.conformance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forty cases A01 to A40 against one receiver on loopback. What they see is the table of {@code
 * src/docs/as2-conformance.md}; {@code -Dgolden.update=true} writes it.
 */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class As2ConformanceTest {

    private final ConformanceTable table = new ConformanceTable();
    private Scene scene;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        scene = new Scene(directory);
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
        table.check();
    }

    Scene scene() {
        return scene;
    }

    ConformanceTable table() {
        return table;
    }

    @Nested
    @DisplayName("forms of messages")
    class Forms extends FormCases {
        Forms() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("compression")
    class Compression extends CompressionCases {
        Compression() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("receipts")
    class Receipts extends ReceiptCases {
        Receipts() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("asynchronous receipts")
    class Asynchronous extends AsynchronousCases {
        Asynchronous() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("refusals")
    class Refusals extends RefusalCases {
        Refusals() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("certificates and keys")
    class Certificates extends CertificateCases {
        Certificates() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("names and headers")
    class Names extends NameCases {
        Names() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("resends")
    class Resends extends ResendCases {
        Resends() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("storage")
    class Storage extends StorageCases {
        Storage() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("content")
    class Contents extends ContentCases {
        Contents() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("attachments")
    class Attachments extends AttachmentCases {
        Attachments() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("framing")
    class Framing extends FramingCases {
        Framing() {
            super(As2ConformanceTest.this);
        }
    }

    @Nested
    @DisplayName("as sender")
    class Sending extends SenderCases {
        Sending() {
            super(As2ConformanceTest.this);
        }
    }
}
