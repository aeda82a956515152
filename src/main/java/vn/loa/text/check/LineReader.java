package vn.loa.text.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.check.LegalStatement.Quotation;
import vn.loa.text.check.LegalStatement.Trouble;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.NamedDivisions;
import vn.loa.text.citation.NamedParts;

/** Reads what one line says about documents: citations with their parts and quotations, and what could not be read. */
final class LineReader {
    private static final int WAY_ON = 400;
    /** A part of the document that the text itself is. */
    private static final Pattern OF_ITSELF =
            Pattern.compile(",?(?: (?:của|tại|thuộc|trong|theo|ở))?,?(?: \\p{L}++){1,3}? này(?![\\p{L}\\p{M}])");
    private static final Pattern AMOUNT = Pattern.compile(" (?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|phần trăm|người|năm|tháng|ngày|lần)(?!\\p{L})");
    /** What may stand between a document and its part, besides its issuer and title. */
    private static final Pattern WAY = Pattern.compile("[\\s,;:(“”\"]*+(?:(?:của|về|việc|tại|ở|thì|theo|có|trong|trích|cụ thể|là|ban hành"
            + "|quy định|nêu)(?![\\p{L}\\p{M}])[\\s,;:(“”\"]*+)*+");

    private final SourceLine source;
    private final String line;
    private final String whole;
    private final List<Citation> citations;
    private final NamedParts parts;
    private final Set<Integer> claimed = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** A citation with its parts, before its quotations are known. */
    record Draft(Citation citation, int start, int end, List<CitedPart> parts, Trouble trouble, List<QuotedWords> quotations) {
    }

    /** @param whole the text as it was sent */
    LineReader(SourceLine source, String whole, List<Citation> citations) {
        this.source = source;
        this.line = source.text();
        this.whole = whole;
        this.citations = citations;
        this.parts = NamedParts.of(line);
    }

    List<LegalStatement> read() {
        for (int i = 0; i < citations.size(); i++) {
            int before = i == 0 ? 0 : drafts.get(i - 1).end;
            int next = i + 1 < citations.size() ? citations.get(i + 1).start() : line.length();
            drafts.add(draft(citations.get(i), before, next, i + 1 < citations.size()));
        }
        QuotationTies.tie(line, drafts);
        addUnread();
        drafts.sort(Comparator.comparingInt(Draft::start));
        return drafts.stream().map(this::statement).toList();
    }

    private Draft draft(Citation citation, int before, int next, boolean another) {
        Optional<NamedParts.Group> group = parts.before(citation.start()).filter(each -> each.start() >= before);
        group.ifPresent(each -> claimed.add(each.start()));
        if (!citation.pinpoints().isEmpty()) {
            int start = group.map(NamedParts.Group::start).orElse(citation.start());
            return new Draft(citation, start, citation.end(), CitedPart.of(citation.pinpoints()), null, new ArrayList<>());
        }
        Optional<NamedDivisions.Found> divisions = NamedDivisions.before(line, before, citation.start());
        if (divisions.isPresent()) {
            return new Draft(citation, divisions.get().start(), citation.end(), CitedPart.of(divisions.get()), null, new ArrayList<>());
        }
        return behind(citation, next, another);
    }

    /** The citation with the parts that are named behind it: "Nghị định số …, tại khoản 2 Điều 5". */
    private Draft behind(Citation citation, int next, boolean another) {
        int to = Math.min(next, citation.end() + WAY_ON);
        Optional<NamedParts.Group> nextOwn = another ? parts.before(next) : Optional.empty();
        for (NamedParts.Group group : parts.within(citation.end(), to)) {
            List<CitedPart> named = group.isHere() || nextOwn.filter(own -> own.start() == group.start()).isPresent()
                    || isOfItself(group.end()) ? List.of() : eIds(group);
            if (!named.isEmpty() && isWay(line.substring(citation.end(), group.start()), citation)) {
                claimed.add(group.start());
                return new Draft(citation, citation.start(), group.end(), named, null, new ArrayList<>());
            }
            break;
        }
        Optional<NamedDivisions.Found> own = NamedDivisions.within(line, citation.end(), to)
                .filter(found -> isWay(line.substring(citation.end(), found.start()), citation))
                .filter(found -> !another || NamedDivisions.before(line, found.start(), next).isEmpty());
        own.flatMap(found -> parts.at(found.start())).ifPresent(group -> claimed.add(group.start()));
        return own.filter(found -> !isOfItself(found.end()))
                .map(found -> new Draft(citation, citation.start(), found.end(), CitedPart.of(found), null, new ArrayList<>()))
                .orElse(new Draft(citation, citation.start(), citation.end(), List.of(), null, new ArrayList<>()));
    }

    private static List<CitedPart> eIds(NamedParts.Group group) {
        return group.eIds(null, null).stream().map(eId -> new CitedPart(List.of(eId))).toList();
    }

    /** Whether the words between a document and a part say only whose and what the document is. */
    static boolean isWay(String between, Citation citation) {
        String rest = citation.issuer() == null ? between : between.replace(citation.issuer(), "");
        return WAY.matcher(citation.title() == null ? rest : withoutTitle(rest, citation.title())).matches();
    }

    /** A title that was read too far may hold the part itself. */
    private static String withoutTitle(String between, String title) {
        for (int at = between.indexOf(title.charAt(0)); at >= 0; at = between.indexOf(title.charAt(0), at + 1)) {
            if (title.startsWith(between.substring(at).stripTrailing())) {
                return between.substring(0, at);
            }
        }
        return between.replace(title, "");
    }

    private boolean isOfItself(int end) {
        return OF_ITSELF.matcher(line).region(end, line.length()).lookingAt();
    }

    /** Adds the numbers that no citation has, and the parts that belong to no document. */
    private void addUnread() {
        List<Draft> read = List.copyOf(drafts);
        for (NamedParts.Group group : parts.within(0, line.length())) {
            if (!claimed.contains(group.start()) && !group.isHere() && isPart(group) && !isOfItself(group.end())
                    && read.stream().noneMatch(each -> each.start < group.end() && group.start() < each.end)) {
                drafts.add(new Draft(null, group.start(), group.end(), List.of(), Trouble.PART, List.of()));
            }
        }
        int next = 0;
        for (LikeANumber number : LikeANumber.in(line)) {
            while (next < read.size() && read.get(next).end <= number.start()) {
                next++;
            }
            if (next == read.size() || read.get(next).start >= number.end()) {
                drafts.add(new Draft(null, number.start(), number.end(), List.of(), Trouble.NUMBER, List.of()));
            }
        }
    }

    /** Not "khoản 300 triệu đồng" or "điểm 10". */
    private boolean isPart(NamedParts.Group group) {
        String words = line.substring(group.start(), group.end());
        return words.regionMatches(true, 0, "điều", 0, 4) || words.contains("iều ")
                || !words.matches("(?i)điểm [0-9]+") && !AMOUNT.matcher(line).region(group.end(), line.length()).lookingAt();
    }

    /** Half a surrogate pair is no character, and nobody can write it as UTF-8. */
    static String wellFormed(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c)) ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private LegalStatement statement(Draft draft) {
        int start = source.start(draft.start);
        int end = source.end(draft.end);
        return new LegalStatement(start, end, wellFormed(whole.substring(start, end)), draft.citation, draft.parts,
                draft.quotations.stream().map(quoted -> new Quotation(source.start(quoted.start()), source.end(quoted.end()),
                        line.substring(quoted.start(), quoted.end()).strip())).toList(), draft.trouble);
    }
}
