package vn.loa.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * The status of every provision of consolidated texts, before and after they commenced. The texts are not ours to publish:
 * the test runs where the system property corpus names the directory that has them in gazette/.
 */
class ForceOfCorpusTest {

    @Test
    void every_status_is_explained_and_few_are_unknown_after_the_commencement() throws IOException {
        Path directory = Path.of(System.getProperty("corpus", "no-corpus"), "gazette");
        assumeTrue(Files.isDirectory(directory), "no corpus");
        int texts = 0;
        int provisions = 0;
        int unknown = 0;
        List<Path> files;
        try (var all = Files.list(directory)) {
            files = all.filter(name -> name.getFileName().toString().startsWith("van-ban-hop-nhat")).sorted().toList();
        }
        for (Path file : files) {
            DirectiveText text = DirectiveText.parse(TextBlocks.read(Files.readString(file)));
            EffectsRead read = EffectReader.read(text, null);
            Map<EId, EId> parents = new LinkedHashMap<>();
            text.allSections().forEach(section -> parents.put(section.eId(), section.parentEId()));
            ForceTimeline timeline = ForceTimeline.of(parents, touching(read));
            LocalDate start = read.events().stream().filter(event -> event.kind() == EffectKind.COMMENCE && event.target().isDocument())
                    .map(EffectEvent::from).findFirst().orElseThrow(() -> new AssertionError(file + " does not commence"));
            assertEquals(ForceStatus.NOT_YET, timeline.document(start.minusDays(1)).status(), file.toString());
            for (LocalDate day : List.of(start.minusDays(1), start, start.plusDays(400), start.plusYears(3), LocalDate.of(2026, 7, 1))) {
                Map<EId, StatusOnDay> statuses = timeline.all(day);
                for (Section section : text.allSections()) {
                    StatusOnDay status = statuses.get(section.eId());
                    if (!day.isBefore(start)) {
                        provisions++;
                        unknown += status.status() == ForceStatus.UNKNOWN ? 1 : 0;
                    }
                    assertTrue(status.status() == ForceStatus.UNKNOWN || !status.reasons().isEmpty(), section.eId() + " in " + file);
                }
            }
            texts++;
        }
        assertEquals(22, texts);
        assertTrue(unknown * 10 <= provisions, unknown + " of " + provisions);
    }

    private static List<KnownEvent> touching(EffectsRead read) {
        return read.events().stream().filter(event -> isOf(event.target().document(), read.consolidates()))
                .map(event -> new KnownEvent(event, null)).toList();
    }

    private static boolean isOf(Subject target, Subject document) {
        return target == null ? document == null : document != null && target.number() != null && target.number().equals(document.number());
    }
}
