package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.archive.Archive;
import io.retrogate.ledger.Ledger;
import io.retrogate.partner.Partners;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FileReceivingTest {

    @TempDir private Path data;

    private ApplicationContextRunner runner() {
        var notes = new FileNotes();
        return new ApplicationContextRunner()
                .withUserConfiguration(FileReceiving.class)
                .withPropertyValues("retrogate.data=" + data)
                .withBean(Archive.class, () -> notes)
                .withBean(Ledger.class, notes::ledger)
                .withBean(Partners.class, As2PartnersOnly::new)
                .withBean(Clock.class, Clock::systemUTC);
    }

    @Test
    void servesNobodyUnlessToldTo() {
        runner().run(
                        context -> {
                            assertThat(context).hasNotFailed().doesNotHaveBean(SftpServer.class);
                            assertThat(data.resolve("keys")).doesNotExist();
                            var defaults = context.getBean(SftpServerProperties.class);
                            assertThat(defaults.port()).isEqualTo(2222);
                            assertThat(defaults.quota().toMegabytes()).isEqualTo(1024);
                        });
    }

    @Test
    void listensWithHostKeysOfItsOwn() {
        runner().withPropertyValues(
                        "retrogate.sftp.enabled=true",
                        "retrogate.sftp.address=127.0.0.1",
                        "retrogate.sftp.port=0")
                .run(
                        context -> {
                            assertThat(context.getBean(SftpServer.class).port()).isPositive();
                            assertThat(data.resolve("keys/sftp/ssh_host_rsa_key")).exists();
                        });
    }
}
