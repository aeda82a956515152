package vn.loa.imports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.effect.LawTexts;
import vn.loa.sql.SqlFile;
import vn.loa.support.Editing;

/** Of which documents a merge finds out the force anew: not of all that came. */
@QuarkusTest
class MergedForceTest {

    private static final String NUMBER = "22/QĐ-BVH";

    @Inject
    DataSource database;

    private static String document(String issuedOn) {
        return Editing.published(LawTexts.content(NUMBER, issuedOn, "x", "Điều 1. Phạm vi\n\nBiển hiệu."));
    }

    private static String repealing(String number, String repealed) {
        return Editing.published(LawTexts.content(number, "2020-03-01", "x", "Điều 1. Hiệu lực thi hành\n\nThông tư số " + repealed
                + " hết hiệu lực kể từ ngày 01 tháng 4 năm 2020."));
    }

    /** When these articles come, and the others are here. */
    private Set<String> touched(String... coming) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temporary table merging_fate on commit drop as select id, id::text in ('" + String.join("', '", coming)
                    + "') as new from article");
            statement.execute("create temporary table merging_effect on commit drop as select * from effect where false");
            Set<String> touched = new TreeSet<>();
            try (ResultSet row = statement.executeQuery(SqlFile.read("imports/merge/force-touched").text())) {
                while (row.next()) {
                    touched.add(row.getString(1));
                }
            }
            connection.rollback();
            return touched;
        }
    }

    @Test
    void what_texts_of_the_portal_itself_say_of_its_documents_is_known() throws SQLException {
        String document = document("2018-03-01");
        String text = repealing("40/TT-BVH", NUMBER);
        assertEquals(Set.of(), touched(document, text));
        assertEquals(Set.of(document), touched(document));
        assertEquals(Set.of(document), touched(text));
    }

    @Test
    void documents_that_have_a_number_together_are_touched_where_they_were_alone() throws SQLException {
        String first = document("2015-03-01");
        String second = document("2016-03-01");
        String coming = document("2018-03-01");
        String text = repealing("40/TT-BVH", NUMBER);
        assertEquals(Set.of(coming), touched(coming));
        assertEquals(Set.of(first, second, coming), touched(coming, text));
        assertEquals(Set.of(first), touched(second, coming, text));
        Editing.remove(second, "Nhầm").then().statusCode(200);
        assertEquals(Set.of(first, coming), touched(coming));
    }

    @Test
    void a_document_of_the_same_day_is_the_same_and_one_of_another_day_is_not_meant() throws SQLException {
        String here = document("2015-03-01");
        String coming = document("2015-03-01");
        String text = repealing("40/TT-BVH", NUMBER);
        assertEquals(Set.of(coming), touched(coming));
        assertEquals(Set.of(here), touched(coming, text));
        Editing.remove(text, "Nhầm").then().statusCode(200);
        repealing("41/TT-BVH", NUMBER + " ngày 05 tháng 6 năm 2017");
        assertEquals(Set.of(), touched(coming));
    }
}
