package vn.loa.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    private static final List<String> OFFERED = List.of("application/json", "text/html", "text/plain");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "-|application/json", "''|application/json", "*/*|application/json", "text/*|text/html", "TEXT/PLAIN|text/plain",
        "text/html;level=1;q=0.4, text/plain;q=0.5|text/plain", "text/plain;q=0.5, */*;q=0.5|application/json",
        "application/json;q=0.0, */*|text/html", "*/*;q=0.1, text/plain|text/plain", "image/png|-", "*/*;q=0|-",
        "text/html; q=0.001|text/html", "text/plain ; Q=1.000 , text/html;q=0.999|text/plain", ",,;;, text/html|text/html",
        "nonsense|-", "text/html;q=7|text/html", "application/json;q=0, */*|text/html", "application/json;q=0.0000|-",
        "*/*, application/json;q=0, text/*;q=0|-", "text/html;q=0|-", "application/json;Q=0;x=y, text/html;q=0.5|text/html", "application/*;q=0.3, text/*;q=0.2|application/json"})
    void the_reader_s_choice_is_found(String header, String chosen) {
        assertEquals(chosen, Accept.choose(header, OFFERED).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"image/png;q=0, */*|true", "image/*;q=0, */*|true", "image/*;q=0, image/png|false",
        "image/webp|false", "*/*;q=0|true", "image/png;q=0.001|false", "nonsense|false"})
    void a_type_is_refused_that_is_named_with_no_quality(String header, boolean refused) {
        assertEquals(refused, Accept.refuses(header, "image/png"));
    }
}
