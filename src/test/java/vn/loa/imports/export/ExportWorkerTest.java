package vn.loa.imports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportWorkerTest {

    @ParameterizedTest
    @CsvSource({"0, PT5S", "1, PT10S", "6, PT320S", "7, PT10M", "23, PT10M", "1000000, PT10M"})
    void pauses_double_up_to_ten_minutes(int tries, Duration pause) {
        assertEquals(pause, ExportWorker.pause(tries));
    }
}
