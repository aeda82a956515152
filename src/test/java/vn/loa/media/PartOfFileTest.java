package vn.loa.media;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Range requests: a client gets the missing part, or the whole file if it has another one (RFC 9110). */
@QuarkusTest
class PartOfFileTest {

    private static final int SIZE = 700_000;
    private static final byte[] FILE = Files.pdf(SIZE);
    /** The time of the test clock, Wednesday noon in Vietnam. */
    private static final String UPLOADED = "Wed, 15 Jul 2026 05:00:00 GMT";

    private String address;
    private String etag;

    @BeforeEach
    void publish() {
        String id = Files.upload(FILE, Files.PDF, "a.pdf");
        Carriers.publishedWith(id);
        address = "/api/v1/media/" + id;
        etag = given().get(address).header("ETag");
    }

    @Test
    void a_file_has_the_validators_of_its_bytes() {
        given().get(address).then().header("ETag", equalTo("\"" + Files.sha256(FILE) + "\""))
                .header("Last-Modified", equalTo(UPLOADED)).header("Accept-Ranges", equalTo("bytes"))
                .header("Content-Length", equalTo("700000"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=100-199,100,200", "bytes=699999-,699999,700000", "bytes=-1,699999,700000", 
            "bytes=0-,0,700000", "bytes=200000-600000,200000,600001", "bytes=-9999999,0,700000",
            "bytes=5-99999999999999999999,5,700000"})
    void one_part(String range, int from, int to) {
        Response answer = given().header("Range", range).get(address);
        answer.then().statusCode(206).header("ETag", equalTo(etag))
                .header("Content-Range", equalTo("bytes " + from + "-" + (to - 1) + "/" + SIZE))
                .header("Content-Length", equalTo(String.valueOf(to - from)))
                .header("Content-Type", equalTo(Files.PDF));
        assertArrayEquals(Files.part(FILE, from, to), answer.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-,5-", "bytes=0-1,5-6", "bytes=5-2", "bytes=x", "items=0-5"})
    void what_is_not_understood_is_answered_with_the_whole(String range) {
        given().header("Range", range).get(address).then().statusCode(200)
                .header("Content-Range", nullValue()).header("Content-Length", equalTo("700000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=700000-", "bytes=-0", "bytes=99999999999999999999-"})
    void a_part_that_the_file_does_not_have(String range) {
        given().header("Range", range).get(address).then().statusCode(416)
                .header("Content-Range", equalTo("bytes */700000")).body("code", equalTo("range-not-satisfiable"));
    }

    @Test
    void a_copy_that_is_the_file_is_not_sent_again() {
        for (String known : new String[] {etag, "W/" + etag, "\"x\", " + etag, "*"}) {
            given().header("If-None-Match", known).header("Range", "bytes=0-1").get(address).then().statusCode(304)
                    .header("ETag", equalTo(etag)).header("Cache-Control", equalTo("public, max-age=60"))
                    .body(emptyString());
        }
        given().header("If-None-Match", "\"x\"").get(address).then().statusCode(200);
        given().header("If-None-Match", etag).head(address).then().statusCode(304);
    }

    @Test
    void a_date_tells_too_where_there_is_no_tag() {
        given().header("If-Modified-Since", UPLOADED).get(address).then().statusCode(304);
        given().header("If-Modified-Since", "Wed, 15 Jul 2026 04:59:59 GMT").get(address).then().statusCode(200);
        given().header("If-Modified-Since", "yesterday").get(address).then().statusCode(200);
        given().header("If-None-Match", "\"x\"").header("If-Modified-Since", UPLOADED).get(address)
                .then().statusCode(200);
    }

    @Test
    void a_part_continues_only_the_copy_it_belongs_to() {
        for (String known : new String[] {etag, UPLOADED}) {
            given().header("If-Range", known).header("Range", "bytes=1-").get(address).then().statusCode(206);
        }
        for (String other : new String[] {"W/" + etag, "\"x\"", "Wed, 15 Jul 2026 05:00:01 GMT", "nonsense"}) {
            given().header("If-Range", other).header("Range", "bytes=700000-").get(address).then().statusCode(200);
        }
        assertEquals(200, given().header("If-Range", etag).get(address).statusCode());
    }
}
