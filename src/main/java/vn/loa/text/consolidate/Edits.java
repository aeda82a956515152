package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.Quote;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;

/** Applies single instructions. A {@link RefusedException} leaves the text as it was. */
final class Edits {
    private static final String ANNEX = "annex_";
    /** "bằng Phụ lục I ban hành kèm theo Thông tư này": an annex of the amending text. */
    private static final Pattern OWN_ANNEX = Pattern.compile("(?iu:(?<instead>(?:bằng|thành) )?phụ lục (?:số )?)"
            + "(?<number>[0-9]{1,3}[a-z]?|[IVXLC]{1,8}[a-z]?)(?iu:[^“”.;]{0,120}?kèm theo)");
    /** "vào sau cụm từ “A”". */
    private static final Pattern BESIDE = Pattern.compile("(?iu:(?:vào )?(?:ngay )?(?<where>sau|trước) (?:các )?"
            + "(?:cụm từ|từ ngữ|từ|chữ|nội dung|đoạn|câu)"
            + "(?: là)? )[“\"‟](?<words>[^“”\"]{1,600})[”\"]");
    private static final Pattern SEVERAL = Pattern.compile("[”\"].*[“\"]");

    private final Draft draft;
    private final List<AmendingText> texts;
    private final Phrases phrases;
    private final Map<Integer, TextLines> lines = new HashMap<>();
    private final Map<Group, Words> words = new HashMap<>();
    private final Map<Group, List<EId>> targets = new HashMap<>();

    /** The instructions that stand in the same words: "Sửa đổi khoản 1 và khoản 2 Điều 5 như sau:". */
    private record Group(int text, Quote quote) {}

    /** What was read of the new words of a group: the lines of each target, or why they cannot be read. */
    private record Words(Map<EId, List<String>> lines, Refusal refusal) {}

    Edits(Draft draft, List<AmendingText> texts, Phrases phrases) {
        this.draft = draft;
        this.texts = texts;
        this.phrases = phrases;
        for (int i = 0; i < texts.size(); i++) {
            for (EffectEvent event : texts.get(i).events()) {
                if (event.target().eId() != null) {
                    targets.computeIfAbsent(new Group(i, event.quote()), group -> new ArrayList<>()).add(event.target().eId());
                }
            }
        }
    }

    private static Group group(Instruction instruction) {
        return new Group(instruction.text(), instruction.quote());
    }

    private TextLines lines(Instruction instruction) {
        return lines.computeIfAbsent(instruction.text(), text -> new TextLines(texts.get(text).sections()));
    }

    AppliedChange apply(Instruction instruction) {
        EffectKind kind = instruction.event().kind();
        EId eId = instruction.target();
        if (instruction.part().part() == EffectPart.PHRASE) {
            return phrase(instruction);
        }
        if (instruction.part().part() == EffectPart.HEADING) {
            return heading(instruction);
        }
        if (kind == EffectKind.INSERT) {
            return insert(instruction);
        }
        Node node = draft.require(eId);
        String before = node.words();
        draft.replace(node, kind == EffectKind.REPEAL ? List.of(NewProvision.repealed(node.section())) : sections(instruction));
        return new AppliedChange(instruction, eId, before, draft.at(eId).words());
    }

    private AppliedChange insert(Instruction instruction) {
        EId eId = instruction.target();
        if (draft.at(eId) != null) {
            throw new RefusedException(Refusal.TARGET_EXISTS);
        }
        if (NewProvision.kind(eId) == null && !eId.value().startsWith(ANNEX)) {
            throw new RefusedException(Refusal.PLACE_NOT_FOUND);
        }
        eId.parent().ifPresent(draft::require);
        Siblings.Place place = eId.value().startsWith(ANNEX) ? new Siblings.Place(draft.root(), draft.root().children().size())
                : Siblings.of(draft, eId, lines(instruction).behind(instruction.quote()), group(instruction));
        Node added = draft.insert(place.parent(), place.index(), sections(instruction));
        added.insertedBy(group(instruction));
        return new AppliedChange(instruction, eId, "", added.words());
    }

    private AppliedChange heading(Instruction instruction) {
        Node node = draft.require(instruction.target());
        Section section = node.section();
        if (instruction.event().kind() == EffectKind.REPEAL || section.heading() == null) {
            throw new RefusedException(section.heading() == null ? Refusal.PHRASE_NOT_FOUND : Refusal.WORDS_MISSING);
        }
        List<String> quoted = QuotedWords.behind(lines(instruction), instruction.quote());
        if (quoted.size() != 1) {
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        Matcher opens = NewProvision.opening(instruction.target()).matcher(quoted.get(0));
        String heading = opens.lookingAt() ? quoted.get(0).substring(opens.end()).strip() : quoted.get(0);
        if (heading.isEmpty()) {
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        node.replaceWith(Phrases.section(section, heading, section.paragraphs(), section.notes()));
        return new AppliedChange(instruction, section.eId(), section.heading(), heading);
    }

    /** The words that a phrase's instruction finds in the text. */
    Phrases.Place place(Instruction instruction) {
        Target target = instruction.part();
        if (target.phrase() == null || target.phrase().isBlank()) {
            throw new RefusedException(Refusal.PHRASE_NOT_FOUND);
        }
        Node within = target.eId() == null ? draft.root() : draft.require(target.eId());
        String phrase = instruction.event().kind() == EffectKind.INSERT ? beside(instruction).group("words") : target.phrase();
        if (SEVERAL.matcher(phrase).find() || target.replacement() != null && SEVERAL.matcher(target.replacement()).find()) {
            throw new RefusedException(Refusal.SEVERAL_PHRASES);
        }
        return phrases.find(within, phrase);
    }

    private Matcher beside(Instruction instruction) {
        Matcher beside = BESIDE.matcher(instruction.words());
        if (!beside.find()) {
            throw new RefusedException(Refusal.PLACE_NOT_FOUND);
        }
        return beside;
    }

    private AppliedChange phrase(Instruction instruction) {
        Target target = instruction.part();
        Phrases.Place place = place(instruction);
        String before = place.text().substring(place.start(), place.end());
        String after = target.replacement() == null ? "" : target.replacement();
        if (instruction.event().kind() == EffectKind.INSERT) {
            boolean first = beside(instruction).group("where").equalsIgnoreCase("trước");
            String space = ",;.:".indexOf(target.phrase().charAt(0)) >= 0 ? "" : " ";
            after = first ? target.phrase() + " " + before : before + space + target.phrase();
        } else if (instruction.event().kind() == EffectKind.CORRECT && target.replacement() == null) {
            throw new RefusedException(Refusal.WORDS_MISSING);
        }
        phrases.replace(place, after);
        return new AppliedChange(instruction, place.section(), before, after);
    }

    /** The new sections that an instruction gives. */
    private List<Section> sections(Instruction instruction) {
        EId eId = instruction.target();
        TextLines text = lines(instruction);
        if (eId.value().startsWith(ANNEX)) {
            return annex(instruction, text);
        }
        Words read = words.computeIfAbsent(group(instruction), this::words);
        if (read.refusal != null) {
            throw new RefusedException(read.refusal);
        }
        return NewProvision.read(eId, read.lines.get(eId), text.tables());
    }

    private Words words(Group group) {
        try {
            TextLines text = lines.computeIfAbsent(group.text, index -> new TextLines(texts.get(index).sections()));
            return new Words(divided(QuotedWords.behind(text, group.quote), targets.get(group)), null);
        } catch (RefusedException e) {
            return new Words(Map.of(), e.reason());
        }
    }

    /** The quoted lines of each provision that an instruction names: each one begins with its number, in one line only. */
    static Map<EId, List<String>> divided(List<String> quoted, List<EId> named) {
        List<EId> all = named.stream().distinct().toList();
        Map<EId, List<String>> divided = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i < all.size(); i++) {
            int end = quoted.size();
            Pattern next = i + 1 < all.size() ? NewProvision.opening(all.get(i + 1)) : null;
            for (int line = quoted.size() - 1; next != null && line > start; line--) {
                if (next.matcher(quoted.get(line)).lookingAt()) {
                    if (end < quoted.size()) {
                        throw new RefusedException(Refusal.WORDS_DIFFER);
                    }
                    end = line;
                }
            }
            divided.put(all.get(i), quoted.subList(start, end));
            start = end;
        }
        return divided;
    }

    private static List<Section> annex(Instruction instruction, TextLines text) {
        int line = text.line(instruction.quote());
        Matcher own = OWN_ANNEX.matcher(line < 0 ? "" : text.line(line, instruction.quote()));
        boolean inserts = instruction.event().kind() == EffectKind.INSERT;
        for (int from = 0; own.find(from); from = own.start("number")) {
            if (inserts || own.group("instead") != null) {
                List<Section> tree = text.tree(EId.of("annex", own.group("number")));
                if (!tree.isEmpty() && tree.get(0).kind() == SectionKind.ANNEX) {
                    return NewProvision.moved(instruction.target(), tree);
                }
            }
        }
        throw new RefusedException(Refusal.WORDS_MISSING);
    }
}
