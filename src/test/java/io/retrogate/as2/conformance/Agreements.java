package io.retrogate.as2.conformance;

import io.retrogate.as2.As2Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** Partner folders and keys as an operator would lay them out. */
public final class Agreements {

    public static final String OURS = "RETROGATE";

    public final Path routes;
    public final Path keys;

    public Agreements(Path directory) throws IOException {
        this(directory, directory.resolve("keys"));
    }

    Agreements(Path directory, Path keys) throws IOException {
        this.routes = directory.resolve("routes");
        this.keys = keys;
        Files.createDirectories(keys.resolve("retiring"));
        Files.writeString(keys.resolve("password"), "conformance");
        ours(keys.resolve("password"));
        write("erp/endpoint.yaml", "endpoint: erp\nurl: http://127.0.0.1:1/erp\n");
    }

    /**
     * @param as2Name as YAML text
     * @param as2 more lines of the section, without indentation
     */
    public Agreements partner(String folder, String as2Name, String as2, As2Party... parties)
            throws Exception {
        write(
                folder + "/agreement.yaml",
                """
                partner: %1$s
                identifiers: [{ qualifier: ZZ, id: ID-%1$s }]
                ownIdentifiers: [{ qualifier: ZZ, id: RETROGATE }]
                as2:
                  partnerName: %2$s
                  ownName: %3$s
                """
                                .formatted(folder, as2Name, OURS)
                        + as2.indent(2)
                        + """
                documents:
                  - { message: X12 180 004010, direction: inbound, to: [erp] }
                """);
        for (As2Party party : parties) {
            String name = folder + "/certs/" + party.name() + ".pem";
            write(name, pem(party.certificate()));
        }
        return this;
    }

    /** One that gets a 997 over AS2 for each interchange of the sample. */
    Agreements acknowledged(String folder, String as2, As2Party party) throws Exception {
        partner(folder, folder, as2, party);
        Path file = routes.resolve(folder + "/agreement.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                                .replace("id: ID-" + folder, "id: NORTHWIND")
                                .replace(
                                        "qualifier: ZZ, id: RETROGATE",
                                        "qualifier: \"07\", id: \"5412345000013\"")
                                .replace("inbound, to:", "inbound, acknowledge: 997, to:")
                        + "acknowledgeBy: as2\n");
        return this;
    }

    /** A key pair of ours, in the file of this name. */
    public Agreements key(String file, As2Party party) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "conformance".toCharArray();
        Certificate[] chain = {party.certificate()};
        store.setKeyEntry("ours", party.keys().getPrivate(), password, chain);
        try (var out = Files.newOutputStream(keys.resolve(file))) {
            store.store(out, password);
        }
        ours(keys.resolve(file));
        return this;
    }

    private static void ours(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    void secret(String file, String text) throws IOException {
        write(file, text);
    }

    private void write(String file, String text) throws IOException {
        Path path = routes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String pem(Certificate certificate) throws Exception {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        String body = Base64.getMimeEncoder(64, newline).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }
}
