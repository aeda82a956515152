package vn.loa.directive.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.directive.edit.SectionInput.NoteInput;
import vn.loa.directive.edit.SectionInput.ParagraphInput;
import vn.loa.problem.FieldErrors;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.SectionNote;

/**
 * Builds the tree of sections from an editor's input. Derives missing values and reports errors. Reads sections in
 * document order, parents before their children.
 */
public final class SectionTree {

    private static final int DEEPEST = 20;
    private static final String TOO_LONG = " would have more than " + EId.MAX_LENGTH + " characters";
    private static final Pattern NUMBER_IN_MARKER = Pattern.compile("([\\p{L}\\p{Nd}]{1,20})[^\\p{L}\\p{Nd}]*$");

    private final FieldErrors errors;
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Section> byEId = new HashMap<>();
    /** The next suffix of a repeated number, so that a long list of equal numbers takes linear time. */
    private final Map<EId, Integer> repeated = new HashMap<>();
    /** The eIds of sections, their paragraphs and the body's paragraphs; each must be unique. */
    private final Set<String> taken;
    private final Map<String, List<Citation>> given = new HashMap<>();
    private final ParagraphReader reader;

    private SectionTree(Set<String> taken, FieldErrors errors) {
        this.taken = new HashSet<>(taken);
        this.errors = errors;
        reader = new ParagraphReader(errors);
    }

    /**
     * @param inputs null for none
     * @param bodyEIds the eIds of paragraphs outside the sections
     * @param errors receives the errors, with pointers below {@code /sections}
     */
    public static SectionTree of(List<SectionInput> inputs, Set<String> bodyEIds, FieldErrors errors) {
        SectionTree tree = new SectionTree(bodyEIds, errors);
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            String pointer = "/sections/" + i;
            if (errors.isFull()) {
                break;
            }
            if (inputs.get(i) != null) {
                tree.add(inputs.get(i), pointer);
            }
        }
        return tree;
    }

    public List<Section> sections() {
        return sections;
    }

    /**
     * The citations from the input, by the eId of their section. The citations of other sections must be found in the
     * text.
     */
    public Map<String, List<Citation>> givenCitations() {
        return given;
    }

    private void add(SectionInput input, String pointer) {
        reader.check(input.paragraphs(), pointer + "/paragraphs");
        String number = number(input, pointer);
        Section parent = parent(input, pointer);
        if (number == null || parent == null && errors.has(pointer)) {
            return;
        }
        SectionKind kind = Optional.ofNullable(input.kind()).flatMap(SectionKind::ofWireName)
                .orElseGet(() -> parent == null ? SectionKind.SECTION : parent.kind().inside(number));
        EId eId = eId(input.eId(), kind, number, parent, pointer);
        if (eId == null) {
            return;
        }
        taken.add(eId.value());
        String marker = input.marker();
        List<Paragraph> paragraphs = paragraphs(input.paragraphs(), eId, pointer + "/paragraphs");
        Section section = new Section(eId, parent == null ? null : parent.eId(), parent == null ? 1 : parent.level() + 1,
                kind, number, marker == null ? kind.marker(number) : marker, input.heading(), paragraphs,
                notes(input, eId, paragraphs, pointer + "/notes"));
        sections.add(section);
        byEId.put(eId.value(), section);
        if (input.citations() != null) {
            given.put(eId.value(), new GivenCitations(section.citable(), errors).read(input.citations(), pointer + "/citations"));
        }
    }

    private String number(SectionInput input, String pointer) {
        String number = input.number();
        String marker = input.marker();
        if (number == null && marker != null) {
            Matcher matcher = NUMBER_IN_MARKER.matcher(marker);
            number = matcher.find() ? matcher.group(1) : null;
        }
        if (number == null) {
            errors.add(pointer + "/number", "not-blank", "must be given, or a marker that has it");
        }
        return number;
    }

    /** The parent from the input; null at the top. Null with an error when the parent does not exist. */
    private Section parent(SectionInput input, String pointer) {
        Integer level = input.level();
        Section parent = null;
        if (input.parentEId() != null) {
            parent = EId.parse(input.parentEId()).map(eId -> byEId.get(eId.value())).orElse(null);
            if (parent == null) {
                errors.add(pointer + "/parentEId", "unknown-section", "is the eId of no section before this one");
            } else if (level != null && level != parent.level() + 1) {
                errors.add(pointer + "/level", "contradiction", "must be " + (parent.level() + 1) + " below that parent");
            }
        } else if (level != null && level != 1) {
            parent = lastAt(level - 1);
            if (parent == null) {
                errors.add(pointer + "/level", "out-of-range", "has no section of the level above before it");
            }
        }
        if (parent != null && parent.level() >= DEEPEST) {
            errors.add(pointer + "/level", "out-of-range", "must be at most " + DEEPEST);
        }
        return parent;
    }

    private Section lastAt(int level) {
        for (int i = sections.size() - 1; i >= 0; i--) {
            if (sections.get(i).level() <= level) {
                return sections.get(i).level() == level ? sections.get(i) : null;
            }
        }
        return null;
    }

    private EId eId(String written, SectionKind kind, String number, Section parent, String pointer) {
        if (written != null) {
            return free(EId.parse(written).orElse(null), pointer + "/eId");
        }
        if (EId.parse(kind.prefix() + "_" + number).isEmpty()) {
            errors.add(pointer + "/number", "wrong-form", "must be of letters and digits that fit an eId");
            return null;
        }
        try {
            // Điều are numbered through the whole document, so their eIds do not contain the Chương.
            EId first = parent == null || kind == SectionKind.ARTICLE
                    ? EId.of(kind.prefix(), number) : parent.eId().child(kind.prefix(), number);
            EId free = first;
            while (taken.contains(free.value())) {
                free = new EId(first.value() + "_" + repeated.merge(first, 2, (n, one) -> n + 1));
            }
            return free;
        } catch (IllegalArgumentException tooLong) {
            errors.add(pointer + "/eId", "size", "must be given: one made of the sections around it" + TOO_LONG);
            return null;
        }
    }

    private EId free(EId eId, String pointer) {
        if (eId == null) {
            errors.add(pointer, "wrong-form", "must be an eId like sec_3");
        } else if (taken.contains(eId.value())) {
            errors.add(pointer, "repeated", "is the eId of another one");
            return null;
        }
        return eId;
    }

    private List<Paragraph> paragraphs(List<ParagraphInput> inputs, EId section, String pointer) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int last = 0;
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            ParagraphInput input = inputs.get(i);
            if (input == null) {
                continue;
            }
            EId eId;
            if (input.eId() == null) {
                last = freeParagraph(section, Math.max(i, last) + 1);
                eId = last == 0 ? null : section.paragraph(last);
                if (eId == null) {
                    errors.add(pointer + "/" + i, "size", "needs an eId of its own: one made of its section's" + TOO_LONG);
                }
            } else {
                eId = free(EId.parse(input.eId()).orElse(null), pointer + "/" + i + "/eId");
            }
            if (eId == null) {
                continue;
            }
            taken.add(eId.value());
            paragraphs.add(reader.read(input, eId, pointer + "/" + i));
        }
        return paragraphs;
    }

    private List<SectionNote> notes(SectionInput input, EId section, List<Paragraph> paragraphs, String pointer) {
        List<SectionNote> notes = new ArrayList<>();
        for (int i = 0; input.notes() != null && i < input.notes().size(); i++) {
            NoteInput note = input.notes().get(i);
            String place = pointer + "/" + i;
            reader.check(note == null ? null : note.paragraphs(), place + "/paragraphs");
            if (note != null && note.number() != null && note.part() != null && !errors.has(place)) {
                note(note, input, section, paragraphs, place).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private Optional<SectionNote> note(NoteInput note, SectionInput input, EId section, List<Paragraph> paragraphs, String pointer) {
        Note.Part part = Note.Part.valueOf(note.part().toUpperCase(Locale.ROOT));
        Paragraph marked = paragraphs.stream().filter(paragraph -> paragraph.eId().value().equals(note.at())).findFirst().orElse(null);
        if (part == Note.Part.TEXT && marked == null) {
            errors.add(pointer + "/at", "unknown-paragraph", "is the eId of no paragraph of this section");
            return Optional.empty();
        }
        String words = part == Note.Part.TEXT ? marked.text() : part == Note.Part.HEADING ? input.heading() : "";
        int offset = note.offset() == null ? 0 : note.offset();
        if (words == null || offset < 0 || offset > words.length() || GivenCitations.splitsCharacter(words, offset)) {
            errors.add(pointer + "/offset", "out-of-range", "must be a place in the words that have the note's mark");
            return Optional.empty();
        }
        EId eId = noteEId(note, section, pointer);
        if (eId == null) {
            return Optional.empty();
        }
        taken.add(eId.value());
        List<Paragraph> own = paragraphs(note.paragraphs(), eId, pointer + "/paragraphs");
        return Optional.of(new SectionNote(eId, note.number(), part, part == Note.Part.TEXT ? marked.eId() : section, offset, own));
    }

    private EId noteEId(NoteInput note, EId section, String pointer) {
        if (note.eId() != null) {
            return free(EId.parse(note.eId()).orElse(null), pointer + "/eId");
        }
        return free(EId.parse(section.value() + "__note_" + note.number()).orElse(null), pointer + "/number");
    }

    /** The number of the next free paragraph eId; 0 when that eId would be too long. */
    private int freeParagraph(EId section, int wanted) {
        try {
            int n = wanted;
            while (taken.contains(section.paragraph(n).value())) {
                n++;
            }
            return n;
        } catch (IllegalArgumentException tooLong) {
            return 0;
        }
    }
}
