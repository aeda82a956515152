package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.text.consolidate.AmendingText;
import vn.loa.text.consolidate.BaseText;
import vn.loa.text.consolidate.Consolidator;
import vn.loa.text.consolidate.Difference;
import vn.loa.text.consolidate.OfficialComparison;
import vn.loa.text.consolidate.Proposal;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * Proposals beside the official consolidated texts of the same day. The texts are not ours to publish: the test runs where the
 * system property corpus names the directory that has them in gazette/.
 */
class GoldConsolidationTest {

    private record Printed(Subject subject, DirectiveText text) {
        static Printed of(String name) throws IOException {
            Path file = Path.of(System.getProperty("corpus", "no-corpus"), "gazette", name + ".txt");
            assumeTrue(Files.isReadable(file), "no corpus");
            TextBlocks blocks = TextBlocks.read(Files.readString(file));
            return new Printed(Letterhead.find(blocks.paragraphs()).orElse(null), DirectiveText.parse(blocks));
        }
    }

    @ParameterizedTest
    @CsvSource({"van-ban-hop-nhat-so-469-vbhn-bldtbxh-44205, thong-tu-so-12-2022-tt-bldtbxh-37536,"
            + "thong-tu-so-12-2024-tt-bldtbxh-43233, 2025-02-10, 2",
            "van-ban-hop-nhat-so-470-vbhn-bldtbxh-44206, thong-tu-so-13-2022-tt-bldtbxh-37543,"
            + "thong-tu-so-12-2024-tt-bldtbxh-43233, 2025-02-10, 3",
            "van-ban-hop-nhat-so-1676-vbhn-bldtbxh-39315, thong-tu-so-09-2022-tt-bldtbxh-37256,"
            + "thong-tu-so-02-2023-tt-bldtbxh-39230, 2023-06-02, 1"})
    void a_proposal_reads_as_the_official_text_but_where_it_says_so(String official, String base, String amending, LocalDate on,
            int instructions) throws IOException {
        Printed text = Printed.of(base);
        Printed change = Printed.of(amending);
        Printed consolidated = Printed.of(official);
        Proposal proposal = Consolidator.propose(new BaseText(text.subject(), text.text().allSections()),
                List.of(AmendingText.of(change.subject(), change.text().allSections())), on);
        assertEquals(instructions, proposal.changes().size() + proposal.notApplied().size());
        assertTrue(proposal.changes().size() >= 0.7 * instructions, () -> proposal.notApplied().toString());

        List<Difference> differences = OfficialComparison.of(proposal, consolidated.text().allSections(),
                EffectReader.read(consolidated.text(), null).events());
        assertEquals(List.of(), differences.stream().filter(each -> each.cause() == Difference.Cause.UNEXPLAINED).toList());
        // In the provisions that were changed, no more than the one word in which the official text left the amendment.
        assertTrue(differences.stream().filter(each -> each.cause() == Difference.Cause.CHANGED).count() <= 1, differences::toString);
        long words = differences.stream().filter(each -> !isForm(each) && each.cause() == Difference.Cause.PRINT).count();
        assertTrue(words <= 12, differences::toString);
    }

    private static boolean isForm(Difference difference) {
        return difference.at().value().startsWith("annex_");
    }
}
