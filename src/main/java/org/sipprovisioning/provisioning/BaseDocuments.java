package org.sipprovisioning.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.logging.Logger;
import org.sipprovisioning.lpconfig.BaseTemplate;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.OverwritePatterns;
import org.sipprovisioning.lpconfig.TemplateValues;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceReader;

/**
 * Provides the base of a space's documents: the space's linphonerc entries, which may hold templates, or, for a space without entries, the
 * linphonerc file, whose values are taken as they are. Each base is parsed once, its overwrites are marked, and it is cached.
 */
@ApplicationScoped
public class BaseDocuments {
    private static final Logger LOG = Logger.getLogger(BaseDocuments.class.getName());
    private static final long MAX_CACHED_BYTES = 64L << 20;

    /** A rough size of a key, which an entry has also if its base is empty. */
    private static final int KEY_BYTES = 1_000;

    /** Identifies one state of a base: equal revisions have equal content. */
    public record Revision(Optional<Long> entries, long file, boolean overwriteAll, List<String> overwritePatterns) {}

    private record Base(BaseTemplate template, int size) {}

    @Inject
    SpaceReader reader;

    @Inject
    LinphonercFile file;

    private final Cache<Revision, Base> bases = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((Revision revision, Base base) -> base.size + KEY_BYTES)
            .build();

    public Revision revision(Space space) {
        long generation = space.entriesId().isPresent() ? 0 : file.content().generation();
        return new Revision(space.entriesId(), generation, space.overwritesAll(), space.overwritePatterns());
    }

    /** Returns a copy of the base with its templates filled in. The caller may change the copy. */
    public LpConfig of(Space space, TemplateValues values) {
        return template(space).fill(values);
    }

    /** Whether the base differs from one request to the other, because a template asks for a parameter of the request. */
    public boolean asksRequest(Space space) {
        return template(space).asksRequest();
    }

    private BaseTemplate template(Space space) {
        return bases.get(revision(space), this::load).template;
    }

    private Base load(Revision revision) {
        Base base = revision.entries.map(this::parseEntries).orElseGet(this::fromFile);
        BiPredicate<String, String> overwritten =
                revision.overwriteAll ? (section, key) -> true : new OverwritePatterns(revision.overwritePatterns);
        base.template.overwriteIf(overwritten);
        return base;
    }

    private Base parseEntries(long id) {
        byte[] entries = reader.entries(id);
        BaseTemplate template = BaseTemplate.of(Linphonerc.parse(entries).config());
        // A release that knew no templates has stored them.
        template.faults().forEach(fault -> LOG.warning(() -> "Revision " + id + " of linphonerc entries: " + fault));
        return new Base(template, entries.length);
    }

    private Base fromFile() {
        LinphonercFile.Content content = file.content();
        return new Base(BaseTemplate.exact(content.config().copy()), content.size());
    }
}
