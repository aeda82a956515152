package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.TextBlocks;

/**
 * Official texts as a gazette prints them, against what a careful reader counts in them: {@code gazette/counts.tsv},
 * which also says where and why rough counts (lines that begin like a marker) differ. Sections are Mục and Roman ones.
 * Annexes are not counted: the numbers in them are rows of tables and fields of forms. The texts are not ours to
 * publish: the test runs where the system property corpus names the directory that has them in gazette/.
 */
class GazetteCorpusTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/gazette/counts.tsv", delimiter = '\t', numLinesToSkip = 1)
    void the_structure_is_what_a_reader_counts(String name, int chapters, int sections, int articles, int clauses,
            int points) throws IOException {
        Path file = Path.of(System.getProperty("corpus", "no-corpus"), "gazette", name + ".txt");
        assumeTrue(Files.isReadable(file), "no corpus");
        String print = Files.readString(file);
        DirectiveText text = DirectiveText.parse(TextBlocks.paragraphs(print));
        assertEquals(List.of(chapters, sections, articles, clauses, points),
                List.of(count(text, SectionKind.CHAPTER), count(text, SectionKind.SECTION),
                        count(text, SectionKind.ARTICLE), count(text, SectionKind.CLAUSE),
                        count(text, SectionKind.POINT)));
        assertEquals(List.of(), text.warnings());
        TextWords.assertKept(print);
        TextWords.assertAddressesAreUnique(text);
    }

    private static int count(DirectiveText text, SectionKind kind) {
        return (int) text.sections().stream().filter(section -> section.kind() == kind).count();
    }
}
