package io.retrogate.receive;

import io.retrogate.partner.Partners;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.file.FileSystemFactory;
import org.apache.sshd.common.file.root.RootedFileSystemProvider;
import org.apache.sshd.common.session.SessionContext;

/** The homes of all partners, one folder for each; a session sees its own and nothing else. */
final class Homes implements FileSystemFactory {

    private final Path directory;
    private final Partners partners;
    private final SftpServerProperties limits;
    private final Map<String, PartnerHome> homes = new ConcurrentHashMap<>();

    Homes(Path directory, Partners partners, SftpServerProperties limits) {
        this.directory = directory.toAbsolutePath().normalize();
        this.partners = partners;
        this.limits = limits;
    }

    PartnerHome of(SessionContext session) throws IOException {
        String user = session.getUsername();
        if (partners.named(user).isEmpty()) {
            throw new IOException("nobody lives here");
        }
        return home(user);
    }

    private PartnerHome home(String partner) {
        return homes.computeIfAbsent(
                partner, name -> new PartnerHome(name, directory.resolve(name), limits));
    }

    /** Those that have been used. */
    List<PartnerHome> all() {
        return partners.partners().stream()
                .map(TradingPartner::name)
                .filter(name -> Files.isDirectory(directory.resolve(name)))
                .map(this::home)
                .toList();
    }

    @Override
    public Path getUserHomeDir(SessionContext session) throws IOException {
        return of(session).furnish().root();
    }

    @Override
    public FileSystem createFileSystem(SessionContext session) throws IOException {
        return new RootedFileSystemProvider().newFileSystem(getUserHomeDir(session), Map.of());
    }
}
