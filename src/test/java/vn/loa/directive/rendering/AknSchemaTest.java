package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Akoma Ntoso is valid by the OASIS schema. Skipped without the schema. */
class AknSchemaTest {

    @Test
    void directives_of_every_shape_are_valid() {
        for (long seed = 0; seed < 500; seed++) {
            AknSchema.check(DirectiveAkn.render(RandomRevisionTexts.of(seed)));
        }
    }

    @Test
    void the_schema_is_really_asked() {
        String xml = DirectiveAkn.render(RandomRevisionTexts.of(1));
        AknSchema.check(xml);
        assertThrows(AssertionError.class, () -> AknSchema.check(xml.replace("FRBRcountry", "country")));
    }
}
