package vn.loa.text.consolidate;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vn.loa.text.consolidate.Proposals.left;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectReader;

/** Large and hostile texts take bounded time. */
class ManyInstructionsTest {
    private static final int MANY = 10_000;

    private static BaseText articles(int count) {
        return new BaseText(Proposals.DECREE, Proposals.sections("NGHỊ ĐỊNH\n\n" + IntStream.rangeClosed(1, count)
                .mapToObj(i -> "Điều " + i + ". Biển\n\nBiển số " + i + " treo ở cửa.\n\n").collect(Collectors.joining())));
    }

    @Test
    void ten_thousand_articles_are_repealed_by_ten_thousand_instructions() {
        BaseText base = articles(MANY / 2);
        AmendingText text = Proposals.amending(IntStream.rangeClosed(1, MANY).mapToObj(i -> i + ". Bãi bỏ Điều " + i + ".")
                .collect(Collectors.joining("\n\n")));
        Proposal proposal = assertTimeout(ofSeconds(10), () -> Consolidator.propose(base, List.of(text), Proposals.DAY));
        assertEquals(text.events().stream().filter(event -> event.target().eId() != null).count(),
                proposal.changes().size() + proposal.notApplied().size());
        assertEquals(base.sections().size(), proposal.sections().size());
    }

    @Test
    void ten_thousand_provisions_are_added_behind_one() {
        EffectEvent model = Proposals.amending("1. Bãi bỏ Điều 2.").events().stream()
                .filter(event -> event.target().eId() != null).findFirst().orElseThrow();
        assertEquals("art_2", model.target().eId().value());
        BaseText base = articles(10);
        AmendingText text = Proposals.amending(IntStream.rangeClosed(1, 2_000)
                .mapToObj(i -> i + ". Bổ sung khoản " + i + " Điều 2 như sau:\n\n“" + i + ". Biển.”").collect(Collectors.joining("\n\n")));
        Proposal proposal = assertTimeout(ofSeconds(10), () -> Consolidator.propose(base, List.of(text), Proposals.DAY));
        assertEquals(base.sections().size(), proposal.sections().size());
    }

    @Test
    void searches_of_ten_thousand_phrases_in_a_long_text_are_bounded() {
        BaseText base = articles(5_000);
        AmendingText text = Proposals.amending(IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> i + ". Thay thế cụm từ “số " + i + " treo” bằng cụm từ “số " + i + " đặt”.").collect(Collectors.joining("\n\n")));
        Proposal proposal = assertTimeout(ofSeconds(20), () -> Consolidator.propose(base, List.of(text), Proposals.DAY));
        assertEquals(text.events().stream().filter(event -> event.target().phrase() != null).count() + text.unread().size(),
                proposal.changes().size() + proposal.notApplied().size());
    }

    @Test
    void ten_thousand_overlapping_instructions_are_all_left_alone() {
        AmendingText text = Proposals.amending(IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> i + ". Sửa đổi Điều 2 như sau:\n\n“Điều 2. Cột\n\nCột " + i + ".”").collect(Collectors.joining("\n\n")));
        Proposal proposal = assertTimeout(ofSeconds(10), () -> Consolidator.propose(Proposals.base(), List.of(text), Proposals.DAY));
        assertEquals(0, proposal.changes().size());
        assertEquals(Proposals.base().sections(), proposal.sections());
    }

    @Test
    void a_quotation_that_never_ends_takes_nothing_with_it() {
        AmendingText text = Proposals.amending("1. Sửa đổi Điều 2 như sau:\n\n“Điều 2. Cột\n\n" + "Cột gỗ.\n\n".repeat(5_000));
        Proposal proposal = assertTimeout(ofSeconds(10), () -> Consolidator.propose(Proposals.base(), List.of(text), Proposals.DAY));
        assertEquals(List.of("words-unended art_2"), left(proposal));
        assertEquals(EffectReader.read(List.of(), text.sections(), List.of(), Proposals.AMENDING).events().size(), text.events().size());
    }
}
