package vn.loa.listing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;

/** An eId has at most 120 characters, even if it is made of the eIds of the sections around it. */
@QuarkusTest
class LongAddressTest {

    private static ObjectNode nested(int depth) {
        ObjectNode content = Editing.directive("Sâu", "41-CT/TU");
        ArrayNode sections = content.putArray("sections");
        for (int level = 1; level <= depth; level++) {
            sections.addObject().put("number", "" + level).put("level", level).putArray("paragraphs").addObject().put("text", "Một.");
        }
        return content;
    }

    private static ObjectNode addressed(int length) {
        ObjectNode content = Editing.directive("Dài", "42-CT/TU");
        content.putArray("sections").addObject().put("number", "1").put("eId", "s".repeat(length)).putArray("paragraphs")
                .addObject().put("text", "Một.");
        return content;
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 20})
    void a_tree_too_deep_for_addresses_of_its_own_is_refused_where_they_are_missing(int depth) {
        Editing.create(nested(depth)).then().statusCode(422).body("code", equalTo("invalid-content"))
                .body("errors.code", hasItem("size"));
        String id = Editing.created(Editing.directive("Nông", "43-CT/TU"));
        Editing.put(id, "*", nested(depth)).then().statusCode(422);
        Editing.patch(id, "*", Editing.object("{}").set("sections", nested(depth).get("sections"))).then().statusCode(422);
    }

    @Test
    void a_deep_tree_with_addresses_of_its_own_is_taken() {
        ObjectNode content = nested(20);
        content.get("sections").forEach(section -> ((ObjectNode) section).put("eId", "s_" + section.get("level").asText()));
        Editing.create(content).then().statusCode(201).body("sections[19].paragraphs[0].eId", equalTo("s_20__p_1"));
    }

    @Test
    void an_address_leaves_room_for_those_of_its_paragraphs() {
        Editing.create(addressed(115)).then().statusCode(201);
        Editing.create(addressed(116)).then().statusCode(422).body("errors[0].pointer", equalTo("/sections/0/paragraphs/0"));
        ObjectNode given = addressed(120);
        ((ObjectNode) given.at("/sections/0/paragraphs/0")).put("eId", "p_1");
        Editing.create(given).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"/sections/0,eId", "/sections/0,parentEId", "/sections/0/paragraphs/0,eId"})
    void a_longer_address_is_refused_by_name(String place, String field) {
        ObjectNode content = Editing.directive("Dài", "44-CT/TU");
        ((ObjectNode) content.at(place)).put(field, "s".repeat(121));
        Editing.create(content).then().statusCode(422).body("errors[0].pointer", equalTo(place + "/" + field))
                .body("errors[0].code", equalTo("size"));
    }
}
