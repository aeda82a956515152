package vn.loa.search;

import static org.hamcrest.Matchers.containsInAnyOrder;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.support.Editing;
import vn.loa.support.TightSettings;

/** An operator's own names are found as those that everybody uses. */
@QuarkusTest
@TestProfile(TightSettings.class)
class OwnNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tp.hcm", "tphcm", "thanh pho ho chi minh"})
    void a_name_of_the_settings_is_found_by_each_other_one(String q) {
        Editing.published(Editing.news("Một").put("body", "<p>Tại TP.HCM.</p>"));
        Editing.published(Editing.news("Hai").put("body", "<p>Tại TPHCM.</p>"));
        Editing.published(Editing.news("Ba").put("body", "<p>Tại Thành phố Hồ Chí Minh.</p>"));
        SearchTest.search(q).body("items.article.title", containsInAnyOrder("Một", "Hai", "Ba"));
    }

    @Test
    void the_usual_ones_stay() {
        Editing.published(Editing.news("Một").put("body", "<p>Hợp tác xã và UBND xã.</p>"));
        SearchTest.search("htx ủy ban nhân dân").body("items.article.title", containsInAnyOrder("Một"));
    }
}
