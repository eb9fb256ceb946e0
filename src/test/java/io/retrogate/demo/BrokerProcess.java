package io.retrogate.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.awaitility.Awaitility;

/** An Artemis server in a process of its own, from the artifacts that the jar brings along. */
final class BrokerProcess implements AutoCloseable {

    private final int port;
    private final Path data;
    private Process process;

    private BrokerProcess(Path data) throws IOException {
        this.data = data;
        this.port = GatewayProcess.freePort();
        this.process = launch();
        awaitUp();
    }

    static BrokerProcess in(Path data) throws IOException {
        return new BrokerProcess(data);
    }

    String url() {
        return "tcp://127.0.0.1:" + port + "?reconnectAttempts=-1";
    }

    void killAndStartAgain() throws IOException, InterruptedException {
        close();
        process = launch();
        awaitUp();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        CrashScene.thisJava().toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        "target/test-classes:target/lib/*",
                        BrokerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(
                                data.resolveSibling("broker.log").toFile()))
                .start();
    }

    private void awaitUp() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> {
                            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                                return socket.isConnected();
                            } catch (IOException e) {
                                return false;
                            }
                        });
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** The server itself: directory and port. */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var configuration =
                new ConfigurationImpl()
                        .setJournalType(JournalType.NIO)
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(true)
                        .setJournalDirectory(data.resolve("journal").toString())
                        .setBindingsDirectory(data.resolve("bindings").toString())
                        .setLargeMessagesDirectory(data.resolve("large").toString())
                        .setPagingDirectory(data.resolve("paging").toString())
                        .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[1])
                        .addAddressSetting(
                                "#",
                                new AddressSettings()
                                        .setDeadLetterAddress(SimpleString.of("DLQ"))
                                        .setMaxDeliveryAttempts(10)
                                        .setRedeliveryDelay(1000));
        var server = new EmbeddedActiveMQ().setConfiguration(configuration).start();
        System.out.println("broker up: " + Set.of(server.getActiveMQServer().getIdentity() + ""));
        Thread.currentThread().join();
    }
}
