package vn.loa.text.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.TextBlocks;

/** Events as short lines: "repeal 8/2020/TT-X art_5 by 9/2021/TT-X art_1__para_3 2021-11-01". */
final class ReadEvents {
    private ReadEvents() {}

    static Subject subject(String type, String number, String issuedOn) {
        return new Subject(type, DocumentNumber.parse(number).orElseThrow(), null, LocalDate.parse(issuedOn), null);
    }

    static EffectsRead read(String text, Subject subject) {
        return EffectReader.read(DirectiveText.parse(TextBlocks.read(text)), subject);
    }

    static List<String> lines(EffectsRead read) {
        return read.events().stream().map(ReadEvents::line).toList();
    }

    static String line(EffectEvent event) {
        Target target = event.target();
        return Stream.of(event.kind().wireName(), target.part() == EffectPart.WHOLE ? "" : target.part().wireName(),
                target.document() == null ? "" : String.valueOf(target.document().number()),
                target.eId() == null ? "" : target.eId().value(), target.phrase() == null ? "" : "“" + target.phrase() + "”",
                target.replacement() == null ? "" : "“" + target.replacement() + "”", event.by() == null ? "" : "by " + event.by().number(),
                event.provisions().stream().map(eId -> eId.value()).collect(Collectors.joining(",")),
                event.from() == null ? "" : event.from().toString(), event.until() == null ? "" : "to " + event.until())
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What a decree of 2 March 2026 that commences on 1 July 2026 says, with this text in the second clause of its second article. */
    static EffectsRead ofDecree(String clause) {
        return read("""
                NGHỊ ĐỊNH
                Quy định về biển hiệu

                Điều 1. Phạm vi điều chỉnh

                Nghị định này quy định về biển hiệu.

                Điều 2. Hiệu lực thi hành

                1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.

                2. %s
                """.formatted(clause), subject("Nghị định", "20/2026/NĐ-CP", "2026-03-02"));
    }
}
