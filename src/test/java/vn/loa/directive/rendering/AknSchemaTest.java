package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.directive.force.ForceView;

/** Akoma Ntoso is valid by the OASIS schema. Skipped without the schema. */
class AknSchemaTest {

    @Test
    void directives_of_every_shape_are_valid() {
        for (long seed = 0; seed < 500; seed++) {
            AknSchema.check(DirectiveAkn.render(RandomRevisionTexts.of(seed)));
        }
    }

    @Test
    void directives_of_every_status_are_valid() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RevisionText text = RandomRevisionTexts.of(seed);
            List<ForceView> forces = Stream.generate(() -> random.nextBoolean() ? null : force(random)).limit(text.sections().size()).toList();
            AknSchema.check(DirectiveAkn.render(RevisionTexts.withForce(text, force(random), forces, null, Map.of())));
        }
    }

    private static ForceView force(Random random) {
        List<String> words = List.of("not-yet", "in-force", "partly", "suspended", "ended", "unknown");
        return new ForceView(words.get(random.nextInt(words.size())), day(random), day(random), day(random), List.of());
    }

    private static LocalDate day(Random random) {
        return random.nextInt(3) == 0 ? null : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4));
    }

    @Test
    void the_schema_is_really_asked() {
        String xml = DirectiveAkn.render(RandomRevisionTexts.of(1));
        AknSchema.check(xml);
        assertThrows(AssertionError.class, () -> AknSchema.check(xml.replace("FRBRcountry", "country")));
    }
}
