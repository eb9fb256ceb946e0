package io.retrogate;

import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** Gives every partner and endpoint a queue of its own, so that a slow one delays nobody else. */
@Component
final class DeliveryRoutes implements FolderPart {

    private final CamelContext camel;

    DeliveryRoutes(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public List<FolderProblem> check(Path folder) {
        return List.of();
    }

    @Override
    public void activate(Path folder) {
        var target = folder.getFileName().toString();
        if (camel.getRoute(id(target)) == null) {
            Routes.add(camel, id(target), Spine.DELIVERY, Map.of("target", target));
        }
    }

    /** What is still to be delivered waits in the ledger. */
    @Override
    public void withdraw(Path folder) {
        Routes.remove(camel, id(folder.getFileName().toString()));
    }

    private static String id(String target) {
        return "delivery-" + target;
    }
}
