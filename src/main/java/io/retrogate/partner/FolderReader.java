package io.retrogate.partner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads one folder by itself; what other folders say does not matter here. */
final class FolderReader {

    static final String AGREEMENT = "agreement.yaml";
    static final String ENDPOINT = "endpoint.yaml";

    private final Placeholders placeholders;
    private final SchemaCheck agreementSchema = SchemaCheck.of("/schemas/agreement/1.0.json");
    private final SchemaCheck endpointSchema = SchemaCheck.of("/schemas/endpoint/1.0.json");
    private final PartnerCertificates certificates;
    private final GuideReader guides;

    FolderReader(Placeholders placeholders, Clock clock) {
        this.placeholders = placeholders;
        this.certificates = new PartnerCertificates(clock);
        this.guides = new GuideReader(placeholders);
    }

    /**
     * The guides of a folder as far as they can be read; what is wrong is said by {@link #read}.
     */
    List<Guide> guides(Path folder) {
        return guides.read(folder, new Problems());
    }

    /** The format of an endpoint as far as it can be read. */
    Optional<EndpointFormat> format(Path folder) {
        if (!Files.exists(folder.resolve(ENDPOINT))) {
            return Optional.empty();
        }
        return read(folder).loaded().flatMap(Loaded::endpoint).flatMap(Endpoint::format);
    }

    static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    FolderRead read(Path folder) {
        var problems = new Problems();
        Optional<Loaded> loaded = load(folder, problems);
        return problems.stop()
                ? FolderRead.broken(problems.all())
                : new FolderRead(loaded, problems.all());
    }

    private Optional<Loaded> load(Path folder, Problems problems) {
        boolean agreement = Files.exists(folder.resolve(AGREEMENT));
        if (agreement == Files.exists(folder.resolve(ENDPOINT))) {
            String text = agreement ? "It has both " : "It has neither ";
            text += AGREEMENT + (agreement ? " and " : " nor ") + ENDPOINT + ".";
            problems.add(PartnerProblem.DESCRIPTION_MISSING, folder, 0, text);
            return Optional.empty();
        }
        return agreement ? agreement(folder, problems) : endpoint(folder, problems);
    }

    private Optional<Loaded> agreement(Path folder, Problems problems) {
        return yaml(folder.resolve(AGREEMENT), agreementSchema, problems)
                .filter(yaml -> named(yaml, "/partner", folder, problems))
                .map(
                        yaml ->
                                new Loaded.OfPartner(
                                        new AgreementReader(
                                                        yaml,
                                                        folder,
                                                        certificates,
                                                        guides.read(folder, problems),
                                                        MappingFileReader.read(folder, problems),
                                                        problems)
                                                .read(),
                                        yaml));
    }

    private Optional<Loaded> endpoint(Path folder, Problems problems) {
        return yaml(folder.resolve(ENDPOINT), endpointSchema, problems)
                .filter(yaml -> named(yaml, "/endpoint", folder, problems))
                .flatMap(yaml -> endpoint(yaml, folder, problems));
    }

    private static Optional<Loaded> endpoint(YamlFile yaml, Path folder, Problems problems) {
        return new EndpointReader(yaml, folder, problems)
                .read()
                .map(endpoint -> new Loaded.OfEndpoint(endpoint, yaml));
    }

    private Optional<YamlFile> yaml(Path file, SchemaCheck schema, Problems problems) {
        var yaml = YamlFile.read(file, placeholders, problems);
        yaml.ifPresent(read -> schema.check(read, problems));
        return yaml.filter(read -> !problems.stop());
    }

    private static boolean named(YamlFile yaml, String pointer, Path folder, Problems problems) {
        String name = yaml.text(pointer);
        if (name.equals(nameOf(folder))) {
            return true;
        }
        String text = "'" + name + "' lives in a folder named '" + nameOf(folder) + "'.";
        problems.add(PartnerProblem.NAME_DIFFERS, yaml, pointer, text);
        return false;
    }
}
