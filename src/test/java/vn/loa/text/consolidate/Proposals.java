package vn.loa.text.consolidate;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/** Texts of a decree on signs, of what amends it, and proposals as lines. */
final class Proposals {
    static final LocalDate DAY = LocalDate.parse("2026-12-31");
    static final Subject DECREE = subject("5/2019/NĐ-CP", "2019-03-02");
    static final Subject AMENDING = subject("20/2026/NĐ-CP", "2026-03-02");
    static final String TEXT = """
            NGHỊ ĐỊNH

            Chương I

            QUY ĐỊNH CHUNG

            Điều 1. Biển

            1. Biển hiệu bằng gỗ.

            2. Biển hiệu có đèn:

            a) Đèn trắng;

            b) Đèn vàng.

            3. Biển hiệu treo ở cửa.

            Điều 2. Cột

            Cột cao ba mét, sơn màu trắng, có mái che.

            Chương II

            ĐIỀU KHOẢN THI HÀNH

            Điều 3. Phí

            1. Phí là một đồng; phí đèn là hai đồng.

            2. Bộ Xây dựng thu phí.

            Điều 4. Hiệu lực thi hành

            Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2019./.

            Phụ lục I

            MÀU SƠN

            Trắng, vàng và xanh.

            Phụ lục II

            CỠ CHỮ

            Mười phân.
            """;

    private Proposals() {}

    static Subject subject(String number, String issuedOn) {
        return new Subject("Nghị định", DocumentNumber.parse(number).orElseThrow(), null, LocalDate.parse(issuedOn), null);
    }

    static List<Section> sections(String text) {
        return DirectiveText.parse(TextBlocks.read(text)).allSections();
    }

    static BaseText base() {
        return new BaseText(DECREE, sections(TEXT));
    }

    /** A decree with these instructions below Điều 1, which applies from the first of July 2026. */
    static AmendingText amending(String instructions) {
        return amending(AMENDING, instructions, "Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026./.");
    }

    static AmendingText amending(Subject subject, String instructions, String force) {
        return AmendingText.of(subject, sections("NGHỊ ĐỊNH\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 5/2019/NĐ-CP"
                + " ngày 02 tháng 3 năm 2019\n\n" + instructions + "\n\nĐiều 2. Hiệu lực thi hành\n\n" + force));
    }

    static Proposal propose(String instructions) {
        return Consolidator.propose(base(), List.of(amending(instructions)), DAY);
    }

    /** The words of a section of the proposal: "Điều 2. | Cột | Cột cao ba mét."; null when it has none. */
    static String words(Proposal proposal, String eId) {
        return proposal.sections().stream().filter(section -> section.eId().value().equals(eId)).findFirst().map(Proposals::words).orElse(null);
    }

    private static String words(Section section) {
        return Stream.concat(Stream.of(section.marker()), Stream.concat(Stream.ofNullable(section.heading()),
                section.paragraphs().stream().map(Paragraph::text))).collect(Collectors.joining(" | "));
    }

    static List<String> eIds(Proposal proposal) {
        return proposal.sections().stream().map(section -> section.eId().value()).toList();
    }

    /** "target-not-found art_9": the instructions that were left alone. */
    static List<String> left(Proposal proposal) {
        return proposal.notApplied().stream().map(each -> each.reason().wireName()
                + (each.instruction().target() == null ? "" : " " + each.instruction().target())).toList();
    }

    /** "art_2 2026-07-01 art_1__para_1": what was changed, from when, and by which provision. */
    static List<String> changed(Proposal proposal) {
        return proposal.changes().stream().map(change -> change.at() + " " + change.instruction().from() + " "
                + change.instruction().provisions().get(0)).toList();
    }
}
