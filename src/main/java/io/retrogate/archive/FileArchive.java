package io.retrogate.archive;

import io.retrogate.edi.Content;
import io.retrogate.edi.GatewayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** One file for each content or bundle of contents, spread over 256 directories. */
final class FileArchive implements Archive {

    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final Path unfinished;
    private final Disk disk;
    private final Set<Path> durableDirectories = ConcurrentHashMap.newKeySet();

    FileArchive(Path root, Disk disk) {
        this(root, "", disk);
    }

    FileArchive(Path root, String node, Disk disk) {
        this.root = root;
        this.unfinished = root.resolve("unfinished" + (node.isEmpty() ? "" : "-" + node));
        this.disk = disk;
        try {
            make(root);
            make(unfinished);
            clean();
        } catch (IOException e) {
            throw new GatewayException(ArchiveProblem.CANNOT_KEEP, "cannot open " + root, e);
        }
    }

    @Override
    public Archived store(InputStream bytes) throws IOException {
        return store(bytes, newAddress());
    }

    static ArchiveAddress newAddress() {
        var name = UUID.randomUUID().toString();
        return new ArchiveAddress(name.substring(0, 2) + "/" + name);
    }

    Archived store(InputStream bytes, ArchiveAddress address) throws IOException {
        var temporary = unfinished.resolve(address.value().substring(3));
        var digest = sha256();
        try {
            long size = write(bytes, temporary, digest);
            keep(temporary, address);
            return new Archived(address, HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException | RuntimeException | Error e) {
            discard(temporary, e);
            discard(file(address), e);
            throw e;
        }
    }

    /** One file for all of them; an address says which part of it is meant. */
    @Override
    public List<ArchiveAddress> storeAll(List<byte[]> contents) throws IOException {
        var streams = contents.stream().map(ByteArrayInputStream::new).toList();
        var whole = store(new SequenceInputStream(Collections.enumeration(streams))).address();
        var addresses = new ArrayList<ArchiveAddress>();
        long offset = 0;
        for (var content : contents) {
            addresses.add(FilePart.address(whole, offset, content.length));
            offset += content.length;
        }
        return addresses;
    }

    @Override
    public Bundle bundle() {
        return new FileBundle(this);
    }

    @Override
    public Content open(ArchiveAddress address) {
        var part = FilePart.at(address);
        return part.isPresent() ? part.get().of(whole(part.get().whole())) : whole(address);
    }

    private Content whole(ArchiveAddress address) {
        var file = file(address);
        return new Content() {
            @Override
            public InputStream open() throws IOException {
                try {
                    return Files.newInputStream(file);
                } catch (NoSuchFileException e) {
                    throw new GatewayException(ArchiveProblem.GONE, address.value(), e);
                }
            }

            @Override
            public long size() throws IOException {
                try {
                    return Files.size(file);
                } catch (NoSuchFileException e) {
                    throw new GatewayException(ArchiveProblem.GONE, address.value(), e);
                }
            }
        };
    }

    /** Reading may fail with IOException; what the disk refuses is a problem of ours. */
    private long write(InputStream bytes, Path file, MessageDigest digest) throws IOException {
        var buffer = new byte[CHUNK];
        long size = 0;
        try (var channel = Writing.open(disk, file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                channel.write(ByteBuffer.wrap(buffer, 0, read));
                size += read;
            }
            channel.sync();
        }
        return size;
    }

    private void keep(Path temporary, ArchiveAddress address) {
        var file = file(address);
        var directory = root.resolve(address.value().substring(0, 2));
        try {
            if (!durableDirectories.contains(directory)) {
                Files.createDirectories(directory);
                // Also if it was there: whoever made it may not have come this far.
                disk.syncDirectory(root);
                durableDirectories.add(directory);
            }
            disk.rename(temporary, file);
            disk.syncDirectory(directory);
        } catch (IOException e) {
            throw new GatewayException(ArchiveProblem.CANNOT_KEEP, file.toString(), e);
        }
    }

    private Path file(ArchiveAddress address) {
        var file = root.resolve(address.value()).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new GatewayException(ArchiveProblem.GONE, "no address: " + address.value());
        }
        return file;
    }

    /** Whoever was refused must find nothing; a failure here must not hide the first one. */
    private void discard(Path file, Throwable failure) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The directory with all its missing parents, whose names survive a power cut. */
    private void make(Path directory) throws IOException {
        var parent = directory.getParent();
        if (parent != null && !Files.isDirectory(directory)) {
            make(parent);
            Files.createDirectories(directory);
            disk.syncDirectory(parent);
        }
    }

    /** What a crash left half written was never acknowledged. */
    private void clean() throws IOException {
        try (var files = Files.newDirectoryStream(unfinished)) {
            for (var file : files) {
                disk.delete(file);
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
