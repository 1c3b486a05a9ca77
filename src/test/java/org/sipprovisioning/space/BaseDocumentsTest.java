package org.sipprovisioning.space;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;

class BaseDocumentsTest {

    private final Map<Long, String> entries = Map.of(1L, "[own]\na=1\nb=2\n[misc]\nc=3", 2L, "[own]\na=9");
    private final List<Long> read = new ArrayList<>();
    private LinphonercFile.Content content =
            new LinphonercFile.Content(1, Linphonerc.parse("[file]\na=1").config(), 10);

    private final LinphonercFile file = new LinphonercFile() {
        @Override
        Content content() {
            return content;
        }
    };
    private final SpaceReader reader = new SpaceReader() {
        @Override
        public byte[] entries(long id) {
            read.add(id);
            return entries.get(id).getBytes(UTF_8);
        }
    };
    private final BaseDocuments bases = SampleSpaces.bases(file, reader);
    private final Space space = SampleSpaces.of("example.org");

    @Test
    void isTheFileWhereTheSpaceHasNoEntries() {
        assertThat(written(bases.of(space))).containsExactly("file/a=1");
        assertThat(read).isEmpty();
    }

    @Test
    void isTheSpacesEntriesAloneWhereItHasSome() {
        SampleSpaces.withEntries(space, 1);

        assertThat(written(bases.of(space))).containsExactly("own/a=1", "own/b=2", "misc/c=3");
    }

    @Test
    void marksWhatThePatternsName() {
        SampleSpaces.withEntries(SampleSpaces.change(space, "{'custom_provisioning_overwrite':['own/b','m*/*']}"), 1);

        assertThat(written(bases.of(space))).containsExactly("own/a=1", "own/b=2!", "misc/c=3!");
    }

    @Test
    void marksEverythingOnDemand() {
        SampleSpaces.withEntries(SampleSpaces.change(space, "{'custom_provisioning_overwrite_all':true}"), 1);

        assertThat(written(bases.of(space))).containsExactly("own/a=1!", "own/b=2!", "misc/c=3!");
    }

    @Test
    void marksTheFileToo() {
        SampleSpaces.change(space, "{'custom_provisioning_overwrite':['*/a']}");

        assertThat(written(bases.of(space))).containsExactly("file/a=1!");
        assertThat(written(bases.of(SampleSpaces.of("other.example")))).containsExactly("file/a=1");
        assertThat(written(content.config())).containsExactly("file/a=1");
    }

    @Test
    void isReadOnceForEachRevision() {
        SampleSpaces.withEntries(space, 1);
        bases.of(space);
        bases.of(space);
        bases.of(SampleSpaces.withEntries(SampleSpaces.of("other.example"), 1));
        assertThat(read).containsExactly(1L);

        SampleSpaces.withEntries(space, 2);
        assertThat(written(bases.of(space))).containsExactly("own/a=9");
        assertThat(read).containsExactly(1L, 2L);
    }

    @Test
    void isTheFileAsItIsNow() {
        BaseDocuments.Revision before = bases.revision(space);
        bases.of(space);
        content = new LinphonercFile.Content(2, Linphonerc.parse("[file]\na=2").config(), 10);

        assertThat(bases.revision(space)).isNotEqualTo(before);
        assertThat(written(bases.of(space))).containsExactly("file/a=2");
    }

    @Test
    void aChangedFileIsNothingToASpaceWithEntries() {
        SampleSpaces.withEntries(space, 1);
        BaseDocuments.Revision before = bases.revision(space);
        content = new LinphonercFile.Content(2, new LpConfig(), 0);

        assertThat(bases.revision(space)).isEqualTo(before);
    }

    @Test
    void givesEveryoneTheirOwnCopy() {
        LpConfig first = bases.of(space);
        first.section("file").put("a", "changed", true);
        first.section("more");

        assertThat(written(bases.of(space))).containsExactly("file/a=1");
        assertThat(bases.of(space).find("more")).isEmpty();
    }

    private static Stream<String> written(LpConfig config) {
        return config.sections().stream()
                .flatMap(section -> section.entries().stream()
                        .map(entry -> section.name()
                                + '/'
                                + entry.name()
                                + '='
                                + entry.value()
                                + (entry.overwrite() ? "!" : "")));
    }
}
