package vn.loa.effect.consolidate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.consolidate.AppliedChange;
import vn.loa.text.consolidate.Proposal;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionNote;
import vn.loa.text.structure.Subject;

/**
 * The notes that mark the changes of a proposal: which document and provision each one is from. Their words are not those of
 * official notes, so that nothing reads them as such.
 */
final class ChangeNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String LEAD = "Đề xuất hợp nhất, không chính thức: ";
    private static final Map<String, String> UNITS = Map.of("point", "điểm", "para", "khoản", "art", "Điều", "sec", "mục", "subsec",
            "tiểu mục", "chp", "Chương", "part", "Phần", "annex", "Phụ lục");

    private final Map<EId, List<String>> words = new HashMap<>();
    private int last;

    private ChangeNotes(Proposal proposal) {
        for (AppliedChange change : proposal.changes()) {
            words.computeIfAbsent(change.at(), eId -> new ArrayList<>()).add(words(change));
        }
        last = proposal.sections().stream().flatMap(section -> section.notes().stream()).map(SectionNote::number)
                .filter(number -> number.matches("[0-9]{1,6}")).mapToInt(Integer::parseInt).max().orElse(0);
    }

    /** The sections of a proposal, each with the notes of its changes. */
    static List<Section> in(Proposal proposal) {
        ChangeNotes notes = new ChangeNotes(proposal);
        return proposal.sections().stream().map(notes::noted).toList();
    }

    private Section noted(Section section) {
        List<SectionNote> all = new ArrayList<>(section.notes());
        words.getOrDefault(section.eId(), List.of()).forEach(each -> all.add(note(section.eId(), each)));
        return new Section(section.eId(), section.parentEId(), section.level(), section.kind(), section.number(), section.marker(),
                section.heading(), section.paragraphs(), all);
    }

    private SectionNote note(EId section, String text) {
        String number = Integer.toString(++last);
        // Leaves room for the paragraph's own step.
        boolean fits = section.value().length() + number.length() < EId.MAX_LENGTH - "__note___p_1".length();
        EId eId = fits ? section.child("note", number) : EId.of("note", number);
        return new SectionNote(eId, number, Note.Part.MARKER, section, 0, List.of(new Paragraph(eId.paragraph(1), text)));
    }

    private static String words(AppliedChange change) {
        var event = change.instruction().event();
        boolean phrase = event.target().part() == EffectPart.PHRASE;
        String what = switch (event.kind()) {
            case REPEAL -> "bỏ nội dung trước đây";
            case INSERT -> phrase ? "thêm cụm từ “" + event.target().phrase() + "”" : "thêm mới";
            default -> phrase && change.after().isEmpty() ? "bớt cụm từ “" + change.before() + "”"
                    : phrase ? "cụm từ “" + change.after() + "” đứng chỗ cụm từ “" + change.before() + "”"
                    : event.target().part() == EffectPart.HEADING ? "tên mới" : "nội dung mới";
        };
        return LEAD + what + ", căn cứ " + source(change) + ", áp dụng từ ngày " + day(change.instruction().from());
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    private static String source(AppliedChange change) {
        List<String> provisions = change.instruction().provisions().stream().map(ChangeNotes::named).toList();
        return (provisions.isEmpty() ? "" : String.join(", ", provisions) + " ") + document(change.instruction().by());
    }

    /** "Thông tư số 12/2024/TT-BLĐTBXH". */
    static String document(Subject document) {
        String type = document.type() == null ? "văn bản" : document.type();
        return document.number() != null ? type + " số " + document.number() : document.title() == null ? type : type + " " + document.title();
    }

    /** "điểm a khoản 1 Điều 8". */
    private static String named(EId eId) {
        List<String> steps = new ArrayList<>(List.of(eId.value().split("__")));
        Collections.reverse(steps);
        List<String> names = new ArrayList<>();
        for (String step : steps) {
            int number = step.indexOf('_');
            names.add(number < 0 ? step : UNITS.getOrDefault(step.substring(0, number), step.substring(0, number)) + " "
                    + step.substring(number + 1));
        }
        return String.join(" ", names);
    }
}
