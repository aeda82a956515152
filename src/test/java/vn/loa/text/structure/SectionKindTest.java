package vn.loa.text.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionKindTest {

    @Test
    void kinds_have_a_name_on_the_wire_and_one_in_addresses() {
        assertEquals("clause", SectionKind.CLAUSE.wireName());
        assertEquals("art_5__para_2", EId.of(SectionKind.ARTICLE.prefix(), "5")
                .child(SectionKind.CLAUSE.prefix(), "2").value());
    }

    @Test
    void only_the_top_level_has_no_parent() {
        EId eId = EId.of("sec", "1");
        assertThrows(IllegalArgumentException.class,
                () -> new Section(eId, null, 2, SectionKind.SECTION, "1", "1.", null, List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new Section(eId, eId, 1, SectionKind.SECTION, "1", "1.", null, List.of()));
    }
}
