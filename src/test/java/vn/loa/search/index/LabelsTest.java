package vn.loa.search.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.search.index.EntryText.Labels;

/** What results are counted by is stored in one line and read again. */
class LabelsTest {

    static Stream<Labels> labels() {
        UUID category = UUID.fromString("01900000-0000-7000-9000-000000000001");
        return Stream.of(new Labels(null, null, null, null, List.of(), null),
                new Labels("Chỉ thị", "22-CT/TU", "Tỉnh ủy", 2022, List.of("Văn thư", "Lưu trữ"), category),
                new Labels(null, null, null, null, List.of("Văn thư"), null),
                new Labels("Luật", null, null, 1995, List.of(), category));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void a_line_of_labels_is_read_as_it_was_written(Labels labels) {
        assertEquals(labels, Labels.read(labels.line()));
    }
}
