package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Our own SFTP server, for partners that push: files and nothing else, no shell, no commands, no
 * forwarding, and public keys are the only way in.
 */
final class SftpServer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SftpServer.class);
    private static final int TIDY_SECONDS = 10;
    private static final int CHANNELS = 4;
    private static final Duration LOGIN_TIME = Duration.ofSeconds(30);

    private final SftpServerProperties properties;
    private final HostKeys keys;
    private final PartnerLogin login;
    private final Homes homes;
    private final Uploads uploads;
    private @Nullable SshServer server;
    private @Nullable ScheduledExecutorService tidying;

    SftpServer(
            SftpServerProperties properties,
            HostKeys keys,
            PartnerLogin login,
            Homes homes,
            Uploads uploads) {
        this.properties = properties;
        this.keys = keys;
        this.login = login;
        this.homes = homes;
        this.uploads = uploads;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        SshServer fresh = SshServer.setUpDefaultServer();
        fresh.setHost(properties.address().isEmpty() ? null : properties.address());
        fresh.setPort(properties.port());
        fresh.setKeyPairProvider(keys.load());
        fresh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        fresh.setPublickeyAuthenticator(login);
        fresh.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        fresh.setFileSystemFactory(homes);
        var files = new FilesOnly();
        files.addSftpEventListener(new HomeEvents(homes, uploads));
        fresh.setSubsystemFactories(List.of(files));
        limit(fresh);
        try {
            fresh.start();
        } catch (IOException e) {
            throw new GatewayException(
                    SftpServerProblem.NOT_STARTED, "port " + properties.port() + ": " + e, e);
        }
        server = fresh;
        var timer = Executors.newSingleThreadScheduledExecutor(SftpServer::daemon);
        tidying = timer;
        var unused =
                timer.scheduleWithFixedDelay(
                        this::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
        log.atInfo().addKeyValue("port", fresh.getPort()).log("SFTP server listens");
    }

    private void limit(SshServer fresh) {
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(fresh, properties.connectionsPerPartner());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(fresh, properties.authAttempts());
        CoreModuleProperties.AUTH_TIMEOUT.set(fresh, LOGIN_TIME);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(fresh, CHANNELS);
        CoreModuleProperties.IDLE_TIMEOUT.set(fresh, properties.idle());
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(fresh, properties.openFiles());
        fresh.addSessionListener(new Places(properties.connections()));
    }

    /** Counts everybody, also those who have not said yet who they are. */
    private record Places(int limit, Set<Session> taken) implements SessionListener {

        private Places(int limit) {
            this(limit, ConcurrentHashMap.newKeySet());
        }

        @Override
        public void sessionCreated(Session session) {
            taken.add(session);
            if (taken.size() > limit) {
                session.close(true);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            taken.remove(session);
        }
    }

    /** Each home by itself. */
    void tidy() {
        for (PartnerHome home : homes.all()) {
            try {
                uploads.tidy(home);
            } catch (IOException | RuntimeException e) {
                log.atWarn().addKeyValue("partner", home.partner()).setCause(e).log("not tidied");
            }
        }
    }

    synchronized int port() {
        return server == null ? 0 : server.getPort();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "sftp-tidying");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void stop() {
        if (tidying != null) {
            tidying.shutdownNow();
            tidying = null;
        }
        if (server != null) {
            try {
                server.stop(true);
            } catch (IOException e) {
                log.atWarn().setCause(e).log("SFTP server does not stop");
            }
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }
}
