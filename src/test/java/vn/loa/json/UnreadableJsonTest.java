package vn.loa.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.loa.problem.Problem;

/** The problems that a body which is not JSON gets. */
class UnreadableJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new JsonConfig().customize(JSON);
    }

    private static Problem problem(String body) {
        return UnreadableJson.problem(assertThrows(JsonProcessingException.class,
                () -> JSON.readerFor(JsonNode.class).readValue(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_member_that_is_given_twice_is_named() {
        Problem problem = problem("{\"sections\":[{},{\"a/b\":1,\"a/b\":2}]}");
        assertEquals("The field /sections/1/a~1b is given twice.", problem.detail());
        assertEquals("/sections/1/a~1b", problem.errors().get(0).pointer());
        assertEquals("repeated", problem.errors().get(0).code());
    }

    @Test
    void what_is_no_json_is_named_by_line_column_and_pointer() {
        Problem problem = problem("{\"roles\":\n[\"editor\",tru]}");
        assertEquals("The body is not the JSON expected here at line 2, column 11.", problem.detail());
        assertEquals("/roles/1", problem.errors().get(0).pointer());
        assertEquals("/title", problem("{\"title\":\"abc").errors().get(0).pointer());
    }

    @Test
    void what_goes_beyond_a_limit_is_told_the_limit() {
        assertEquals("The body has more than 1000 values inside each other.", problem("[".repeat(1001)).detail());
        assertEquals("The body has a number of more than 1000 digits.", problem("{\"n\":" + "1".repeat(1001) + "}").detail());
        assertEquals("The body has a number of more than 1000 digits.", problem("[" + "1".repeat(1001) + ".5]").detail());
        assertEquals("The body has a name of more than 50000 characters.",
                problem("{\"" + "n".repeat(50_001) + "\":1}").detail());
    }

    @Test
    void a_place_that_is_longer_than_an_answer_should_be_is_left_out() {
        String name = "n".repeat(1000);
        Problem problem = problem("{\"" + name + "\":1,\"" + name + "\":2}");
        assertFalse(problem.detail().contains("nnnn"));
    }
}
