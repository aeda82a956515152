package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/**
 * The type, number, issuer, date and title of official texts, against a reading by hand: {@code gold/identity.tsv}. A
 * title is given by its place in the file. The texts are not ours to publish: the test runs where the system property
 * corpus names the directory that has them in gazette/.
 */
class GoldIdentityTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/gold/identity.tsv", delimiter = '\t', numLinesToSkip = 1)
    void a_text_is_the_document_that_a_reader_sees(String name, String type, String number, String issuer, String issued,
            int titleStart, int titleEnd) throws IOException {
        Path file = Path.of(System.getProperty("corpus", "no-corpus"), "gazette", name + ".txt");
        assumeTrue(Files.isReadable(file), "no corpus");
        String print = Files.readString(file);
        Subject read = Letterhead.find(TextBlocks.paragraphs(print)).orElseThrow();
        assertEquals(Arrays.asList(type, number, small(issuer), issued, small(withoutAbout(print.substring(titleStart, titleEnd)))),
                Arrays.asList(read.type(), text(read.number()), small(read.issuer()), text(read.issuedOn()),
                        small(withoutAbout(read.title()))));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String small(String words) {
        return words == null ? null : words.toLowerCase(Locale.ROOT);
    }

    private static String withoutAbout(String title) {
        return VietnameseText.oneLine(VietnameseText.normalise(title)).replaceFirst("^(?:[Vv]ề việc|[Vv]ề) ", "");
    }
}
