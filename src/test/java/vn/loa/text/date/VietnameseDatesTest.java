package vn.loa.text.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseDatesTest {

    @ParameterizedTest
    @CsvSource({"ngày 01 tháng 6 năm 2022, 2022-06-01", "01 tháng 6 năm 2022, 2022-06-01", "27/7/2022, 2022-07-27",
            "29-5-2008, 2008-05-29", "9.12.2003, 2003-12-09", "Ngày 13  tháng 7 năm 2022, 2022-07-13",
            "ngày 29/2/2024, 2024-02-29"})
    void a_date_is_read_in_words_and_figures(String text, LocalDate date) {
        assertEquals(Optional.of(date), VietnameseDates.date(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/2/2022", "29/2/2023", "ngày 32 tháng 1 năm 2022", "22/9",
            "ngày 5 tháng 3", "1/13/2022", "1/2-2022",
            "27/7/22", "27/7/20222", "27/7/1822", "x 27/7/2022", "27/7/2022 x", "", "2021 - 2025"})
    void what_is_no_day_is_refused(String text) {
        assertTrue(VietnameseDates.date(text).isEmpty(), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ngày 08:44:11 27-07-2022 - Lượt xem: 5   | 2022-07-27T08:44:11 | -      | 08:44:11 27-07-2022
            27/07/2022 08:44                         | 2022-07-27T08:44    | -      | 27/07/2022 08:44
            08:44 27/07/2022                         | 2022-07-27T08:44    | -      | 08:44 27/07/2022
            Thứ tư, 27/07/2022, 08:44 GMT+7          | 2022-07-27T08:44    | +07:00 | 27/07/2022, 08:44 GMT+7
            08:44, Thứ Tư, 27/07/2022                | 2022-07-27T08:44    | -      | 08:44, Thứ Tư, 27/07/2022
            Đăng lúc 8h44 ngày 27/07/2022            | 2022-07-27T08:44    | -      | 8h44 ngày 27/07/2022
            Cập nhật: 27-07-2022 8:44 AM             | 2022-07-27T08:44    | -      | 27-07-2022 8:44 AM
            Cập nhật: 27-07-2022 8:44:11 CH          | 2022-07-27T20:44:11 | -      | 27-07-2022 8:44:11 CH
            Cập nhật: 27-07-2022 12:05:00 SA         | 2022-07-27T00:05    | -      | 27-07-2022 12:05:00 SA
            27-07-2022 14:44 CH                      | 2022-07-27T14:44    | -      | 27-07-2022 14:44 CH
            2022-07-27T08:44:11+07:00                | 2022-07-27T08:44:11 | +07:00 | 2022-07-27T08:44:11+07:00
            Ký: 2022-07-27 08:44:11 Z nhé            | 2022-07-27T08:44:11 | Z      | 2022-07-27 08:44:11 Z
            ngày 27 tháng 7 năm 2022 lúc 8 giờ 44    | 2022-07-27T08:44    | -      | 27 tháng 7 năm 2022 lúc 8 giờ 44
            27/07/2022 (08:44 UTC-03:30)             | 2022-07-27T08:44    | -03:30 | 27/07/2022 (08:44 UTC-03:30)
            Hạn 31/2/2022 01:00, đăng 1/3/2022 02:00 | 2022-03-01T02:00    | -      | 1/3/2022 02:00""")
    void a_stamp_is_found_in_its_line(String line, LocalDateTime at, String offset, String where) {
        VietnameseDates.Stamp stamp = VietnameseDates.findStamp(line).orElseThrow();
        assertEquals(at, stamp.at());
        assertEquals(offset == null ? null : ZoneOffset.of(offset), stamp.offset());
        assertTrue(stamp.timeKnown());
        assertEquals(where, line.substring(stamp.start(), stamp.end()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ngày đăng: 27/07/2022", "Đăng ngày 27/07/2022", "Thứ năm 27/07/2022", " 27/07/2022 ",
            "Ngày cập nhật : 27.07.2022 | 12 lượt xem", "Published: 27/07/2022"})
    void a_date_alone_is_a_stamp_where_something_introduces_it(String line) {
        VietnameseDates.Stamp stamp = VietnameseDates.findStamp(line).orElseThrow();
        assertEquals(LocalDateTime.of(2022, 7, 27, 0, 0), stamp.at());
        assertFalse(stamp.timeKnown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ngày 13 tháng 7 năm 2022, Ban Thường vụ họp", "hạn nộp là 27/7/2022 nhé", "305 lượt",
            "27/07/2022 99:99", "2022-13-45T99:00", "𝟐𝟕/𝟎𝟕/𝟐𝟎𝟐𝟐 𝟎𝟖:𝟒𝟒", "٢٧/٠٧/٢٠٢٢ ٠٨:٤٤", "", "giai đoạn 2021 - 2025"})
    void a_date_in_a_sentence_or_an_impossible_one_is_no_stamp(String line) {
        assertTrue(VietnameseDates.findStamp(line).isEmpty(), line);
    }

    @Test
    void null_is_neither() {
        assertTrue(VietnameseDates.date(null).isEmpty());
        assertTrue(VietnameseDates.findStamp(null).isEmpty());
    }
}
