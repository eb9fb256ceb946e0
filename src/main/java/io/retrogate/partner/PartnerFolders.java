package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.edi.PartyId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody, as the folders under the routes directory describe them. Nothing is read before the
 * first {@link #refresh}; a broken folder never stops another one, and never makes this throw.
 */
public final class PartnerFolders implements Partners {

    static final int KEY_BITS = 3072;

    private final FolderWatch watch;
    private volatile Roster roster = Roster.EMPTY;

    PartnerFolders(FolderWatch watch) {
        this.watch = watch;
    }

    /** Read once now, by system properties and environment; for tools without a running gateway. */
    public static PartnerFolders under(Path routes, Path ownKeys) {
        return under(routes, ownKeys, System::getProperty, Clock.systemUTC(), List.of());
    }

    /**
     * Read once now.
     *
     * @param ownKeys directory of our own key pairs, made if missing
     * @param properties gives the values of placeholders, null for what is not set
     */
    public static PartnerFolders under(
            Path routes,
            Path ownKeys,
            Function<String, @Nullable String> properties,
            Clock clock,
            List<FolderPart> parts) {
        var keys = new OwnKeys(ownKeys, System::getenv, clock, KEY_BITS);
        var placeholders = new Placeholders(properties::apply, System::getenv);
        var folders = of(routes, keys, placeholders, clock, () -> parts);
        folders.refresh();
        return folders;
    }

    static PartnerFolders of(
            Path routes,
            OwnKeys keys,
            Placeholders placeholders,
            Clock clock,
            Supplier<List<FolderPart>> parts) {
        var reader = new FolderReader(placeholders, clock);
        return new PartnerFolders(new FolderWatch(routes, reader, keys, clock, parts));
    }

    /**
     * Looks at one folder, and at its neighbours for what must be unique or exist there; takes
     * nothing into use and makes no keys.
     */
    public static FolderCheck check(Path folder, FolderPart... parts) {
        return check(folder, Placeholders.ofSystem(), Clock.systemUTC(), List.of(parts));
    }

    static FolderCheck check(
            Path folder, Placeholders placeholders, Clock clock, List<FolderPart> parts) {
        return new FolderInspection(new FolderReader(placeholders, clock), parts).inspect(folder);
    }

    /** The guides of one folder as far as they can be read; {@link #check} says what is wrong. */
    public static List<Guide> guides(Path folder) {
        return new FolderReader(Placeholders.ofSystem(), Clock.systemUTC()).guides(folder);
    }

    /** What the endpoint of this folder gets in place of the canonical message, if it is sound. */
    public static Optional<EndpointFormat> format(Path folder) {
        return new FolderReader(Placeholders.ofSystem(), Clock.systemUTC()).format(folder);
    }

    /** The mappings of one folder as far as they can be read. */
    public static List<MappingFile> mappings(Path folder) {
        return MappingFileReader.read(folder, new Problems());
    }

    /** Looks at the folders again; takes what changed into use. Costs little if nothing did. */
    public synchronized void refresh() {
        roster = watch.look();
    }

    @Override
    public List<TradingPartner> partners() {
        return roster.partners();
    }

    @Override
    public List<Endpoint> endpoints() {
        return roster.endpoints();
    }

    @Override
    public Optional<TradingPartner> named(String name) {
        return roster.named(name);
    }

    @Override
    public Optional<Endpoint> endpoint(String name) {
        return roster.endpoint(name);
    }

    @Override
    public Optional<TradingPartner> byAs2Names(String as2From, String as2To) {
        return roster.byAs2Names(as2From, as2To);
    }

    @Override
    public Optional<TradingPartner> bySender(PartyId sender) {
        return roster.bySender(sender);
    }

    @Override
    public Optional<As2Identity> identity(String ownAs2Name) {
        return roster.identity(ownAs2Name);
    }

    @Override
    public List<CertificateInUse> certificates() {
        return roster.certificates();
    }

    @Override
    public List<FolderProblem> problems() {
        return roster.problems();
    }
}
