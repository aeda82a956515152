package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageCountersTest {

    private static PageCounters head(String line) {
        return PageCounters.read(List.of(line), List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Lượt xem: 305 | 305", "Lượt xem: 1 234 | 1234", "Lượt xem: 1.234 | 1234",
        "Lượt xem: 1,234 | 1234", "Lượt xem: 1\u00A0234 | 1234", "Lượt xem: 1\u2009234\u2009567 | 1234567",
        "Lượt xem: 1\u202F234 | 1234", "Số lượt xem 12. | 12", "Lượt xem: 51 2022 | 51", "Lượt xem: 7Chia sẻ | 7",
        "Lượt xem: 1.000.000.000.000 | 1000000000000", "Lượt xem: 1000000000000 | 1000000000000",
        "1 234 lượt xem | 1234", "51lượt xem | 51", "Ngày 27/07/2022, lượt đọc: 0305 | 305"})
    void the_number_of_views_is_read(String line, long views) {
        PageCounters counters = head(line);
        assertEquals(views, counters.views());
        assertEquals(List.of(), counters.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lượt xem: 12a", "Lượt xem: 1.2", "Lượt xem: 1,23", "Lượt xem: 1.234,5", "Lượt xem: -5",
        "Lượt xem: 1000000000001", "Lượt xem: 1.000.000.000.001", "Lượt xem: 1234567890123456", "Lượt xem: 12K",
        "Lượt xem: 99999999999999999999999", "Lượt xem: 1.5tr"})
    void a_counter_that_is_no_number_is_left_out_with_a_warning(String line) {
        PageCounters counters = head(line);
        assertNull(counters.views());
        assertEquals(List.of("counter-not-read"), counters.warnings().stream().map(warning -> warning.code()).toList());
        assertEquals(line, counters.warnings().get(0).near());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lượt xem:", "Đã xem 27/07/2022", "Bài được nhiều lượt xem"})
    void a_page_without_counters_has_none_and_no_warning(String line) {
        PageCounters counters = head(line);
        assertNull(counters.views());
        assertEquals(List.of(), counters.warnings());
    }

    @Test
    void the_counters_of_the_site_stand_in_one_line() {
        String line = "Đang truy cập: 1 007 | Hôm nay: 2.898 | Đã truy cập: 1 312 208";
        assertTrue(PageCounters.isCounterLine(line));
        PageCounters counters = PageCounters.read(List.of(), List.of(line));
        assertEquals(List.of(1007L, 2898L, 1_312_208L), List.of(counters.online(), counters.today(), counters.total()));
        assertEquals(List.of(), counters.warnings());
    }
}
