package vn.loa.directive.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;

class SectionDiffTest {

    /** Far more than seconds, which other tests beside it may make many. Against work that never ends in practice. */
    private static final Duration BOUND = Duration.ofMinutes(2);

    private static final String FIRST = "Tăng cường sự lãnh đạo của các cấp ủy đảng.";
    private static final String SECOND = "Giao Ban Tuyên giáo theo dõi việc thực hiện Chỉ thị này.";

    @Provide
    Arbitrary<List<SectionView>> directives() {
        Arbitrary<String> text = Arbitraries.of("một", "một hai", "hai ba bốn", "hai ba năm", "sáu").list().ofMaxSize(3)
                .map(list -> String.join("|", list));
        return Arbitraries.integers().between(1, 8).list().uniqueElements().ofMaxSize(8).flatMap(numbers ->
                text.list().ofSize(numbers.size()).flatMap(texts -> Arbitraries.integers().between(0, 9).list()
                        .ofSize(numbers.size()).map(parents -> IntStream.range(0, numbers.size())
                                .mapToObj(i -> section(numbers.get(i), i > 0 && parents.get(i) < 3
                                        ? "sec_" + numbers.get(parents.get(i) % i) : null,
                                        texts.get(i).isEmpty() ? new String[0] : texts.get(i).split("\\|")))
                                .toList())));
    }

    /**
     * Sections by number, in order; "2>1" is section 2 inside section 1. The expectation lists the changes in order.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 3         | 1 2 3         | ''
            ''            | 1 2           | 1 added, 2 added
            1 2           | ''            | 1 removed, 2 removed
            1 2 3         | 1 3           | 2 removed
            1 3           | 1 2 3         | 2 added
            1 2 3         | 2 3           | 1 removed
            1 2 3 4       | 2 3 4 1       | 1 moved
            1 2 3 4       | 4 1 2 3       | 4 moved
            1 2           | 2 1           | 2 moved
            1 2 3         | 3 4 1         | 3 moved, 4 added, 2 removed
            1 2>1 3 4>3   | 3 4>3 1 2>1   | 3 moved
            1 2>1 3       | 1 3 2>3       | 2 moved
            1 2>1 3>1     | 1 3>1 2>1     | 3 moved""")
    void sections_are_added_removed_and_moved(String before, String after, String expected) {
        assertEquals(expected, SectionDiff.of(sections(before), sections(after)).sections().stream()
                .map(section -> section.eId().substring(4) + " " + String.join("+", section.changes()))
                .collect(Collectors.joining(", ")));
    }

    @Test
    void a_new_first_paragraph_is_one_that_was_added() {
        DiffView diff = SectionDiff.of(List.of(section(1, null, FIRST, SECOND)),
                List.of(section(1, null, "Về mục đích.", FIRST, SECOND)));
        assertEquals(new DiffView.Counts(0, 0, 1, 0), diff.counts());
        assertEquals(List.of(new DiffView.ParagraphChange("added", null, "sec_1__p_1",
                List.of(new WordView("insert", "Về mục đích.")))), diff.sections().get(0).paragraphs());
    }

    @Test
    void an_edited_paragraph_beside_a_removed_one_is_told_by_its_words() {
        DiffView diff = SectionDiff.of(List.of(section(1, null, "Về mục đích.", FIRST, SECOND)),
                List.of(section(1, null, FIRST.replace("các", "mọi"), SECOND)));
        assertEquals(List.of(
                new DiffView.ParagraphChange("removed", "sec_1__p_1", null,
                        List.of(new WordView("delete", "Về mục đích."))),
                new DiffView.ParagraphChange("changed", "sec_1__p_2", "sec_1__p_1", List.of(
                        new WordView("equal", "Tăng cường sự lãnh đạo của "), new WordView("delete", "các"),
                        new WordView("insert", "mọi"), new WordView("equal", " cấp ủy đảng.")))),
                diff.sections().get(0).paragraphs());
    }

    @Test
    void another_text_in_a_paragraphs_place_is_another_paragraph() {
        DiffView diff = SectionDiff.of(List.of(section(1, null, FIRST)), List.of(section(1, null, SECOND)));
        assertEquals(List.of("removed", "added"),
                diff.sections().get(0).paragraphs().stream().map(DiffView.ParagraphChange::change).toList());
    }

    @Test
    void a_section_can_be_moved_and_changed() {
        DiffView diff = SectionDiff.of(List.of(section(1, null, FIRST), section(2, null), section(3, null)),
                List.of(section(2, null), section(3, null), section(1, null, SECOND)));
        assertEquals(List.of("moved", "changed"), diff.sections().get(0).changes());
        assertEquals(new DiffView.Counts(0, 0, 1, 1), diff.counts());
    }

    @Test
    void another_number_marker_kind_or_heading_is_a_change() {
        SectionView was = new SectionView("sec_1", null, 1, "section", "1", "1.", null, List.of(), List.of());
        for (SectionView is : List.of(
                new SectionView("sec_1", null, 1, "clause", "1", "1.", null, List.of(), List.of()),
                new SectionView("sec_1", null, 1, "section", "01", "1.", null, List.of(), List.of()),
                new SectionView("sec_1", null, 1, "section", "1", "1)", null, List.of(), List.of()),
                new SectionView("sec_1", null, 1, "section", "1", "1.", "Mục đích", List.of(), List.of()))) {
            DiffView.SectionChange change = SectionDiff.of(List.of(was), List.of(is)).sections().get(0);
            assertEquals(List.of("changed"), change.changes());
            assertEquals(DiffView.Label.of(is), change.after());
            assertEquals(is.heading() == null ? List.of() : List.of(new WordView("insert", "Mục đích")),
                    change.heading());
        }
        assertNull(SectionDiff.of(List.of(), List.of(was)).sections().get(0).before());
    }

    @Test
    void an_address_that_stands_twice_is_refused() {
        List<SectionView> twice = List.of(section(1, null), section(1, null));
        assertThrows(IllegalArgumentException.class, () -> SectionDiff.of(twice, List.of()));
    }

    @Property(seed = "20220713")
    void a_text_does_not_differ_from_itself(@ForAll("directives") List<SectionView> sections) {
        assertEquals(new DiffView(new DiffView.Counts(0, 0, 0, 0), List.of()), SectionDiff.of(sections, sections));
    }

    @Property(seed = "20220713")
    void the_way_back_is_the_same_with_added_and_removed_exchanged(@ForAll("directives") List<SectionView> before,
            @ForAll("directives") List<SectionView> after) {
        Function<String, String> exchanged =
                change -> change.equals("added") ? "removed" : change.equals("removed") ? "added" : change;
        assertEquals(told(SectionDiff.of(before, after), Function.identity()),
                told(SectionDiff.of(after, before), exchanged));
    }

    @Property(seed = "20220713")
    void the_words_of_every_paragraph_that_differs_are_those_of_the_texts(
            @ForAll("directives") List<SectionView> before, @ForAll("directives") List<SectionView> after) {
        for (DiffView.SectionChange section : SectionDiff.of(before, after).sections()) {
            for (DiffView.ParagraphChange paragraph : section.paragraphs()) {
                assertEquals(text(before, paragraph.beforeEId()), words(paragraph, "insert"));
                assertEquals(text(after, paragraph.afterEId()), words(paragraph, "delete"));
            }
        }
    }

    @Test
    void large_directives_take_little_time() {
        Random random = new Random(1);
        List<SectionView> before = large(random);
        List<SectionView> shuffled = new ArrayList<>(before);
        Collections.shuffle(shuffled, random);
        assertTimeout(BOUND, () -> SectionDiff.of(before, shuffled));
        assertTimeout(BOUND, () -> SectionDiff.of(before, large(random)));
        String[] one = IntStream.range(0, 20_000).mapToObj(i -> words(random, 20)).toArray(String[]::new);
        String[] other = IntStream.range(0, 20_000).mapToObj(i -> words(random, 20)).toArray(String[]::new);
        assertTimeout(BOUND,
                () -> SectionDiff.of(List.of(section(1, null, one)), List.of(section(1, null, other))));
        assertTimeout(BOUND, () -> SectionDiff.of(List.of(section(1, null, words(random, 200_000))),
                List.of(section(1, null, words(random, 200_000)))));
    }

    private static List<SectionView> large(Random random) {
        return IntStream.rangeClosed(1, 20_000).mapToObj(i -> section(i, null, words(random, 30), words(random, 30)))
                .toList();
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> "từ" + random.nextInt(40)).collect(Collectors.joining(" "));
    }

    private static String words(DiffView.ParagraphChange paragraph, String without) {
        return paragraph.words().stream().filter(word -> !word.op().equals(without)).map(WordView::text)
                .collect(Collectors.joining());
    }

    private static String text(List<SectionView> sections, String eId) {
        return sections.stream().flatMap(section -> section.paragraphs().stream()).filter(p -> p.eId().equals(eId))
                .map(ParagraphView::text).findFirst().orElse("");
    }

    private static Set<String> told(DiffView diff, Function<String, String> name) {
        return diff.sections().stream().map(section -> section.eId() + section.changes().stream().map(name).toList())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<SectionView> sections(String numbers) {
        return numbers.isEmpty() ? List.of() : Arrays.stream(numbers.split(" ")).map(part -> part.split(">"))
                .map(part -> section(Integer.parseInt(part[0]), part.length > 1 ? "sec_" + part[1] : null)).toList();
    }

    private static SectionView section(int number, String parent, String... paragraphs) {
        String eId = "sec_" + number;
        return new SectionView(eId, parent, parent == null ? 1 : 2, "section", "" + number, number + ".", null,
                IntStream.range(0, paragraphs.length)
                        .mapToObj(i -> new ParagraphView(eId + "__p_" + (i + 1), paragraphs[i])).toList(), List.of());
    }
}
