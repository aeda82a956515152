package vn.loa.http.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"bytes=0-0;0;1", "bytes=0-99;0;100", "bytes=0-100;0;100", "bytes=10-;10;90",
            "bytes=99-;99;1", "bytes=-1;99;1", "bytes=-100;0;100", "bytes=-101;0;100",
            "bytes=5-99999999999999999999999999;5;95",
            "bytes=-99999999999999999999999999;0;100", "Bytes = 0-1 ,;0;2", "bytes=,0-1;0;2", "bytes=007-8;7;2"})
    void one_part(String header, long start, long length) {
        assertEquals(new ByteRange(start, length), ByteRange.parse(header, 100).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999999-"})
    void a_part_that_the_file_does_not_have(String header) {
        assertEquals(0, ByteRange.parse(header, 100).orElseThrow().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=0-5,7-9", "bytes=0-,5-", 
            "items=0-5", "bytes=1 - 5", "bytes=0x1-5", "bytes=--5", "bytes=\u0661-5", "0-5", "bytes=5"})
    void a_header_that_is_ignored(String header) {
        assertTrue(ByteRange.parse(header, 100).isEmpty());
    }
}
