package org.sipprovisioning.space;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.settings.Settings;

/**
 * Keeps all spaces in memory, for requests that name no account. The next request sees a change that this node has made. A change that
 * another node has made is seen as soon as {@link SpaceWatch} finds that the change counter was raised.
 */
@ApplicationScoped
public class SpaceCatalog {
    private static final long NONE = 0;
    private static final long UNKNOWN = -1;

    private record Copy(
            long generation,
            long changes,
            Map<String, Space> byHost,
            Map<String, Space> byDomain,
            Map<Long, List<ContactDirectory>> directories) {}

    @Inject
    SpaceReader reader;

    @Inject
    Settings settings;

    private final AtomicLong generation = new AtomicLong(1);
    private volatile Copy copy = new Copy(NONE, UNKNOWN, Map.of(), Map.of(), Map.of());

    public Optional<Space> byHost(String host) {
        return Optional.ofNullable(current().byHost.get(host));
    }

    public Optional<Space> byDomain(String domain) {
        return Optional.ofNullable(current().byDomain.get(domain));
    }

    public Optional<Space> byId(long id) {
        return all().stream().filter(space -> space.id() == id).findFirst();
    }

    /** Returns the space of the host that a request is for; the default space if no space has this host. */
    public Space answeringFor(Optional<String> host) {
        return host.flatMap(this::byHost).orElseGet(this::defaultSpace);
    }

    public Collection<Space> all() {
        return current().byDomain.values();
    }

    /** Returns the address books of the space's phones, in the order of their ids. */
    public List<ContactDirectory> directories(Space space) {
        return current().directories.getOrDefault(space.id(), List.of());
    }

    /** @throws IllegalStateException if the space that {@code provisioning.default-space} names does not exist */
    public Space defaultSpace() {
        return Optional.ofNullable(current().byDomain.get(settings.defaultSpace()))
                .orElseThrow(() -> new IllegalStateException("The default space is gone"));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SpacesChanged event) {
        generation.incrementAndGet();
    }

    /** Reads the spaces again if the change counter in the database is not the one that they were read at. */
    void refreshIfChanged() {
        if (reader.changes() != copy.changes) {
            generation.incrementAndGet();
            current();
        }
    }

    private Copy current() {
        return copy.generation == generation.get() ? copy : refresh();
    }

    private synchronized Copy refresh() {
        long wanted = generation.get();
        if (copy.generation != wanted) {
            copy = read(wanted);
        }
        return copy;
    }

    /** Keeps the spaces as last seen while the database is away. {@link SpaceWatch} finds them out of date as soon as it is back. */
    private Copy read(long wanted) {
        try {
            SpaceReader.Snapshot read = reader.read();
            return new Copy(
                    wanted, read.changes(), index(read, Space::host), index(read, Space::domain), read.directories());
        } catch (RuntimeException e) {
            if (copy.generation == NONE || !DatabaseFailure.isUnavailable(e)) {
                throw e;
            }
            return new Copy(wanted, UNKNOWN, copy.byHost, copy.byDomain, copy.directories);
        }
    }

    private static Map<String, Space> index(SpaceReader.Snapshot read, Function<Space, String> key) {
        return read.spaces().stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
