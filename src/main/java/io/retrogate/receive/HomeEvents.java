package io.retrogate.receive;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens in the homes of partners. Whoever closes a file, or renames it to its last name, is
 * told that it worked only once the file is ours.
 */
final class HomeEvents implements SftpEventListener {

    private static final Logger log = LoggerFactory.getLogger(HomeEvents.class);

    private static final Set<StandardOpenOption> WRITES =
            Set.of(
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.TRUNCATE_EXISTING);

    private final Homes homes;
    private final Uploads uploads;
    private final Map<Handle, Path> writing = new ConcurrentHashMap<>();
    private final Set<Handle> refused = ConcurrentHashMap.newKeySet();

    HomeEvents(Homes homes, Uploads uploads) {
        this.homes = homes;
        this.uploads = uploads;
    }

    @Override
    public void opening(ServerSession session, String remote, Handle handle) throws IOException {
        if (writes(handle)) {
            PartnerHome home = homes.of(session);
            try {
                home.mayPut(home.real(handle.getFile()));
            } catch (LimitReached e) {
                tell(home, handle, e);
                throw e;
            }
        }
    }

    private static void tell(PartnerHome home, Handle handle, LimitReached limit) {
        log.atWarn()
                .addKeyValue("partner", home.partner())
                .addKeyValue("file", handle.getFile())
                .addKeyValue("problem", SftpServerProblem.LIMIT.id())
                .addKeyValue("remedy", SftpServerProblem.LIMIT.remedy())
                .addKeyValue("cause", limit.getMessage())
                .log("upload refused");
    }

    @Override
    public void open(ServerSession session, String remote, Handle handle) throws IOException {
        if (writes(handle)) {
            PartnerHome home = homes.of(session);
            Path file = home.real(handle.getFile());
            home.opened(file);
            writing.put(handle, file);
        }
    }

    private static boolean writes(Handle handle) {
        return handle instanceof FileHandle file
                && file.getOpenOptions().stream().anyMatch(WRITES::contains);
    }

    @Override
    public void writing(
            ServerSession session,
            String remote,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int length)
            throws IOException {
        Path file = writing.get(handle);
        if (file == null) {
            throw new IOException("opened for reading");
        }
        try {
            homes.of(session).grow(file, offset + length);
        } catch (LimitReached e) {
            if (refused.add(handle)) {
                tell(homes.of(session), handle, e);
            }
            throw e;
        }
    }

    @Override
    public void closed(
            ServerSession session, String remote, Handle handle, @Nullable Throwable thrown)
            throws IOException {
        Path file = writing.remove(handle);
        if (file == null) {
            return;
        }
        PartnerHome home = homes.of(session);
        boolean tooMuch = refused.remove(handle);
        home.closed(file, thrown == null && !tooMuch);
        if (tooMuch) {
            home.remove(file);
            throw new LimitReached("the file was not kept");
        }
        if (thrown == null) {
            uploads.complete(home, file);
        }
    }

    /** The connection ended before the partner closed the file. */
    @Override
    public void exiting(ServerSession session, Handle handle) throws IOException {
        Path file = writing.remove(handle);
        if (file != null) {
            homes.of(session).closed(file, false);
            if (refused.remove(handle)) {
                homes.of(session).remove(file);
            }
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        PartnerHome home = homes.of(session);
        Path source = home.real(from);
        if (Files.isDirectory(source) || home.isOpen(source)) {
            throw new IOException("only closed files can be renamed");
        }
        home.mayPut(home.real(to));
        home.makeRoom(home.real(to));
    }

    @Override
    public void moved(
            ServerSession session,
            Path from,
            Path to,
            Collection<CopyOption> options,
            @Nullable Throwable thrown)
            throws IOException {
        if (thrown == null) {
            PartnerHome home = homes.of(session);
            home.forget(home.real(from));
            home.closed(home.real(to), true);
            uploads.complete(home, home.real(to));
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes)
            throws IOException {
        throw new IOException("no folders are made here");
    }

    @Override
    public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
        if (isDirectory) {
            throw new IOException("folders stay");
        }
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic)
            throws IOException {
        throw new IOException("no links are made here");
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes)
            throws IOException {
        if (attributes.containsKey("size")) {
            throw new IOException("a file has the size that was written");
        }
    }
}
