package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipprovisioning.lpconfig.Linphonerc;
import org.sipprovisioning.lpconfig.LpConfig;
import org.sipprovisioning.lpconfig.TemplateValues;
import org.sipprovisioning.space.SampleSpaces;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.space.SpaceReader;

class BaseDocumentsTest {
    private static final TemplateValues NONE = (name, argument) -> Optional.empty();
    private static final TemplateValues NAMES = (name, argument) -> Optional.of(name + argument);

    private final Map<Long, String> entries = Map.of(
            1L, "[own]\na=1\nb=2\n[misc]\nc=3",
            2L, "[own]\na=9",
            3L, "[own]\na=${space.domain}!\nb=$${x}\nc=${account.phone}",
            4L, "[own]\na=${request.param.site}",
            5L, "[own]\na=${old}\nb=${space.domain} and ${old}\nc=${open\nd=$${e}");
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
    private final BaseDocuments bases = SampleBases.bases(file, reader);
    private final Space space = SampleSpaces.of("example.org");

    @Test
    void isTheFileWhereTheSpaceHasNoEntries() {
        assertThat(written(bases.of(space, NONE))).containsExactly("file/a=1");
        assertThat(read).isEmpty();
    }

    @Test
    void isTheSpacesEntriesAloneWhereItHasSome() {
        SampleSpaces.withEntries(space, 1);

        assertThat(written(bases.of(space, NONE))).containsExactly("own/a=1", "own/b=2", "misc/c=3");
    }

    @Test
    void marksWhatThePatternsName() {
        SampleSpaces.withEntries(SampleSpaces.change(space, "{'custom_provisioning_overwrite':['own/b','m*/*']}"), 1);

        assertThat(written(bases.of(space, NONE))).containsExactly("own/a=1", "own/b=2!", "misc/c=3!");
    }

    @Test
    void marksEverythingOnDemand() {
        SampleSpaces.withEntries(SampleSpaces.change(space, "{'custom_provisioning_overwrite_all':true}"), 1);

        assertThat(written(bases.of(space, NONE))).containsExactly("own/a=1!", "own/b=2!", "misc/c=3!");
    }

    @Test
    void marksTheFileToo() {
        SampleSpaces.change(space, "{'custom_provisioning_overwrite':['*/a']}");

        assertThat(written(bases.of(space, NONE))).containsExactly("file/a=1!");
        assertThat(written(bases.of(SampleSpaces.of("other.example"), NONE))).containsExactly("file/a=1");
        assertThat(written(content.config())).containsExactly("file/a=1");
    }

    @Test
    void isReadOnceForEachRevision() {
        SampleSpaces.withEntries(space, 1);
        bases.of(space, NONE);
        bases.of(space, NONE);
        bases.of(SampleSpaces.withEntries(SampleSpaces.of("other.example"), 1), NONE);
        assertThat(read).containsExactly(1L);

        SampleSpaces.withEntries(space, 2);
        assertThat(written(bases.of(space, NONE))).containsExactly("own/a=9");
        assertThat(read).containsExactly(1L, 2L);
    }

    @Test
    void isTheFileAsItIsNow() {
        BaseDocuments.Revision before = bases.revision(space);
        bases.of(space, NONE);
        content = new LinphonercFile.Content(2, Linphonerc.parse("[file]\na=2").config(), 10);

        assertThat(bases.revision(space)).isNotEqualTo(before);
        assertThat(written(bases.of(space, NONE))).containsExactly("file/a=2");
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
        LpConfig first = bases.of(space, NONE);
        first.section("file").put("a", "changed", true);
        first.section("more");

        assertThat(written(bases.of(space, NONE))).containsExactly("file/a=1");
        assertThat(bases.of(space, NONE).find("more")).isEmpty();
    }

    @Test
    void fillsTheTemplatesOfEntriesForEachWhoAsks() {
        SampleSpaces.withEntries(space, 3);

        assertThat(written(bases.of(space, NAMES)))
                .containsExactly("own/a=SPACE_DOMAIN!", "own/b=${x}", "own/c=ACCOUNT_PHONE");
        assertThat(written(bases.of(space, NONE))).containsExactly("own/b=${x}");
        assertThat(written(bases.of(space, NAMES))).hasSize(3);
        assertThat(read).containsExactly(3L);
    }

    @Test
    void leavesOutWhatTurnsOutEmpty() {
        SampleSpaces.withEntries(space, 3);

        assertThat(written(bases.of(space, (name, argument) -> Optional.of(""))))
                .containsExactly("own/a=!", "own/b=${x}");
    }

    @Test
    void overwritesWhatIsFilledInAsAllElse() {
        SampleSpaces.withEntries(SampleSpaces.change(space, "{'custom_provisioning_overwrite':['own/c']}"), 3);

        assertThat(written(bases.of(space, NAMES)))
                .containsExactly("own/a=SPACE_DOMAIN!", "own/b=${x}", "own/c=ACCOUNT_PHONE!");
        assertThat(bases.of(space, NAMES).section("own").find("a").orElseThrow().overwrite())
                .isFalse();
    }

    @Test
    void knowsWhetherItDiffersFromRequestToRequest() {
        assertThat(bases.asksRequest(space)).isFalse();
        assertThat(bases.asksRequest(SampleSpaces.withEntries(space, 3))).isFalse();
        assertThat(bases.asksRequest(SampleSpaces.withEntries(space, 4))).isTrue();
    }

    @Test
    void leavesOldEntriesWithUnknownTemplatesAsTheyAre() {
        SampleSpaces.withEntries(space, 5);

        assertThat(written(bases.of(space, NAMES)))
                .containsExactly("own/a=${old}", "own/b=${space.domain} and ${old}", "own/c=${open", "own/d=${e}");
    }

    @Test
    void leavesTheFileAsItIs() {
        content = new LinphonercFile.Content(
                2, Linphonerc.parse("[file]\na=${space.domain}\nb=$${c}").config(), 10);

        assertThat(written(bases.of(space, NAMES))).containsExactly("file/a=${space.domain}", "file/b=$${c}");
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
