package io.retrogate;

import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** Gives every partner and endpoint a queue of its own, so that a slow one delays nobody else. */
@Component
final class DeliveryRoutes implements FolderPart {

    private final CamelContext camel;

    /** Asked for before anybody could be found; opened together. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private boolean open;

    DeliveryRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /** An attempt before the folders are known would find nobody, and count. */
    synchronized void open() {
        open = true;
        waiting.forEach(this::add);
        waiting.clear();
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        return List.of();
    }

    @Override
    public synchronized void activate(Path folder) {
        var target = folder.getFileName().toString();
        if (open) {
            add(target);
        } else {
            waiting.add(target);
        }
    }

    private void add(String target) {
        if (camel.getRoute(id(target)) == null) {
            Routes.add(camel, id(target), Spine.DELIVERY, Map.of("target", target));
        }
    }

    /** What is still to be delivered waits in the ledger. */
    @Override
    public synchronized void withdraw(Path folder) {
        waiting.remove(folder.getFileName().toString());
        Routes.remove(camel, id(folder.getFileName().toString()));
    }

    private static String id(String target) {
        return "delivery-" + target;
    }
}
