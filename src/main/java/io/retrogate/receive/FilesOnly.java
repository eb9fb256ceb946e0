package io.retrogate.receive;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * SFTP without what goes past our limits: copies made on the server, links, other owners and modes.
 * Times and modes that a client sets after an upload are passed over in silence.
 */
final class FilesOnly extends SftpSubsystemFactory {

    private static final Set<String> EXTENSIONS =
            Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com");

    FilesOnly() {
        setFileSystemAccessor(new Plain());
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        var subsystem = new Narrow(channel, this);
        getRegisteredListeners().forEach(subsystem::addSftpEventListener);
        return subsystem;
    }

    private static final class Narrow extends SftpSubsystem {

        private Narrow(ChannelSession channel, FilesOnly factory) {
            super(channel, factory);
        }

        @Override
        protected void executeExtendedCommand(Buffer buffer, int id, String extension)
                throws IOException {
            if (EXTENSIONS.contains(extension)) {
                super.executeExtendedCommand(buffer, id, extension);
            } else {
                sendStatus(
                        prepareReply(buffer),
                        id,
                        SftpConstants.SSH_FX_OP_UNSUPPORTED,
                        extension + " is not offered");
            }
        }
    }

    private static final class Plain implements SftpFileSystemAccessor {

        @Override
        public void setFileAttribute(
                SftpSubsystemProxy subsystem,
                Path file,
                String view,
                String attribute,
                @Nullable Object value,
                LinkOption... options) {}

        @Override
        public void setFileOwner(
                SftpSubsystemProxy subsystem, Path file, Principal owner, LinkOption... options) {}

        @Override
        public void setGroupOwner(
                SftpSubsystemProxy subsystem, Path file, Principal group, LinkOption... options) {}

        @Override
        public void setFilePermissions(
                SftpSubsystemProxy subsystem,
                Path file,
                Set<PosixFilePermission> permissions,
                LinkOption... options) {}

        @Override
        public void setFileAccessControl(
                SftpSubsystemProxy subsystem,
                Path file,
                List<AclEntry> entries,
                LinkOption... options) {}
    }
}
