package io.retrogate.receive;

import io.retrogate.archive.Archive;
import io.retrogate.archive.ArchiveAddress;
import io.retrogate.archive.Archived;
import io.retrogate.edi.Content;
import io.retrogate.ledger.Acceptance;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was archived and accepted, like the real stores, but only in memory. */
public final class FileNotes implements Archive {

    public final List<Arrival> accepted = new CopyOnWriteArrayList<>();
    public final List<Acceptance.Outcome> outcomes = new CopyOnWriteArrayList<>();
    public final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    public volatile String refusedName = "";

    @Override
    public Archived store(InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        String address = UUID.randomUUID().toString();
        kept.put(address, all);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all);
            return new Archived(
                    new ArchiveAddress(address), HexFormat.of().formatHex(digest), all.length);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Content open(ArchiveAddress address) {
        throw new UnsupportedOperationException();
    }

    public Ledger ledger() {
        return (Ledger)
                Proxy.newProxyInstance(
                        Ledger.class.getClassLoader(),
                        new Class<?>[] {Ledger.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("accept")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            return accept((Arrival) arguments[0]);
                        });
    }

    private synchronized Acceptance accept(Arrival arrival) {
        if (arrival.messageId().equals(refusedName)) {
            throw new IllegalStateException("no connection to the database");
        }
        Optional<Arrival> first =
                accepted.stream().filter(a -> a.uniqueKey().equals(arrival.uniqueKey())).findAny();
        var outcome = first.isPresent() ? Acceptance.Outcome.DUPLICATE : Acceptance.Outcome.NEW;
        outcomes.add(outcome);
        if (first.isEmpty()) {
            accepted.add(arrival);
        }
        return new Acceptance(outcome, first.orElse(arrival).id(), Optional.empty());
    }
}
