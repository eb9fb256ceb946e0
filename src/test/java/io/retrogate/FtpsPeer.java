package io.retrogate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A partner's FTPS server in this process, on a free port of the loopback interface. */
public final class FtpsPeer implements AutoCloseable {

    public static final String USER = "heron";
    public static final String PASSWORD = "correct+horse&battery %25 staple";

    private final Path home;
    private final Path secrets;
    private final FtpServer server;
    private final ListenerFactory listener = new ListenerFactory();
    private final int port;

    public FtpsPeer(Path directory) throws Exception {
        home = Files.createDirectories(directory.resolve("ftps-home"));
        secrets = Files.createDirectories(directory.resolve("ftps-secrets"));
        Files.createDirectories(home.resolve("out"));
        Files.createDirectories(home.resolve("in"));
        certificate("server");
        certificate("other");
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(secrets.resolve("server.p12").toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword("secret");
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        listener.setSslConfiguration(tls.createSslConfiguration());
        var data = new DataConnectionConfigurationFactory();
        data.setSslConfiguration(tls.createSslConfiguration());
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        var factory = new FtpServerFactory();
        var running = listener.createListener();
        factory.setListeners(new HashMap<>(Map.of("default", running)));
        var user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        server = factory.createServer();
        server.start();
        port = running.getPort();
    }

    private void certificate(String name) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var store = secrets.resolve(name + ".p12").toString();
        run(
                keytool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass",
                "secret",
                "-keystore",
                store);
        run(
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-storepass",
                "secret",
                "-keystore",
                store,
                "-file",
                secrets.resolve(name + ".pem").toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(said);
        }
    }

    public int port() {
        return port;
    }

    public Path out() {
        return home.resolve("out");
    }

    public Path in() {
        return home.resolve("in");
    }

    public Path passwordFile() throws IOException {
        return Files.writeString(secrets.resolve("password"), PASSWORD + "\n");
    }

    public Path certificate() {
        return secrets.resolve("server.pem");
    }

    public Path otherCertificate() {
        return secrets.resolve("other.pem");
    }

    @Override
    public void close() {
        server.stop();
    }
}
