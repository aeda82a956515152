package vn.loa.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import vn.loa.article.ArticleContent;
import vn.loa.article.Attachment;
import vn.loa.article.Picture;
import vn.loa.directive.Directive;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.citation.SelfReference;
import vn.loa.text.citation.SubjectFinder;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Letterhead;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.Warning;

/**
 * The article that is made of a page.
 *
 * @param publishedAt the page's publication stamp; null when it has none or when it lies in the future
 * @param selfReferences places where the directive refers to itself
 * @param files pictures and files to which the text leads
 * @param warnings parts that were not understood and were kept unchanged
 */
record PageArticle(ArticleContent content, Instant publishedAt, List<SelfReference> selfReferences,
        List<FoundFile> files, List<Warning> warnings) {

    private static final int MAX_LEFT_OUT = 20;
    private static final int EXCERPT_LENGTH = 120;
    private static final int LONGEST_HIDDEN = 1_000;
    /** In characters; a printed page has some two thousand. */
    private static final int MIN_PAGE_LENGTH = 150;
    private static final int SUMMARY_LENGTH = 400;
    private static final int LEAD_PARAGRAPHS = 3;
    private static final String DEFAULT_LANGUAGE = "vi";
    private static final String PREAMBLE = "preamble__";
    private static final String CLOSING = "closing__";

    static PageArticle of(PortalPage page, ZoneId zone, Instant now) {
        List<Warning> warnings = new ArrayList<>();
        List<String> hidden = page.leftOut().stream().filter(words -> words.reason() == LeftOut.Reason.HIDDEN).map(LeftOut::text).toList();
        hidden.stream().limit(MAX_LEFT_OUT).map(words -> new Warning("hidden-text-left-out",
                "Readers of the page do not see these words; they were left out.",
                VietnameseText.excerpt(words, LONGEST_HIDDEN))).forEach(warnings::add);
        page.apart().stream().limit(MAX_LEFT_OUT).map(block -> new Warning("text-left-out",
                "These words stand outside the article's text and were left out.",
                VietnameseText.excerpt(block, EXCERPT_LENGTH))).forEach(warnings::add);
        warnOfPrintFurniture(page.dropped(), warnings);
        warnOfEmptyPages(page, warnings);
        warnings.addAll(page.counters().warnings());
        Instant publishedAt = publishedAt(page.publishedAt(), zone, now, warnings);
        Subject announced = Letterhead.find(page.paragraphs())
                .or(() -> SubjectFinder.find(page.paragraphs().stream().limit(LEAD_PARAGRAPHS).toList())).orElse(null);
        DirectiveText text = directiveText(announced, page, warnings);
        Subject subject = text == null ? null : announced;

        List<Section> sections = text == null ? List.of() : text.allSections();
        // Its files are read first, because a body is made of the page's own tree.
        List<FoundFile> files = page.text().markup() == null ? List.of() : page.text().markup().files();
        ImportedBody body = text == null ? ImportedBody.ofArticle(page) : ImportedBody.around(text, page);
        if (text != null && page.text().markup() != null) {
            warnings.addAll(page.text().markup().lostInSections(text, page.paragraphs(), page.text().from()));
        }
        List<Paragraph> all = text == null ? body.paragraphs() : withNotes(text, body);
        List<Citation> citations = CitationFinder.citations(all, subject);
        int most = CitationFinder.most(all);
        if (citations.size() > most) {
            throw Problem.of(ProblemType.PAGE_TOO_COMPLEX, "The page cites more than " + most
                    + " documents, which is the most that is read in a text of this length.").asException();
        }
        List<SelfReference> selfReferences =
                subject == null ? List.of() : CitationFinder.selfReferences(text.allParagraphs(), subject.type());
        ArticleContent content = new ArticleContent(
                null, page.language() == null ? DEFAULT_LANGUAGE : page.language(), page.title(), summary(page), page.byline(),
                body.html(), page.tags(), List.of(), null, null, subject == null ? null : Directive.of(subject), sections, citations);
        EditableContent.require(content);
        return new PageArticle(content, publishedAt, selfReferences, files, List.copyOf(warnings));
    }

    PageArticle withFiles(List<Attachment> attachments, Picture picture) {
        return new PageArticle(content.withFiles(attachments, picture), publishedAt, selfReferences, files, warnings);
    }

    /** The article with warnings about the page's letters, which come first. */
    PageArticle withWarnings(List<Warning> ofLetters) {
        return new PageArticle(content, publishedAt, selfReferences, files, Stream.concat(ofLetters.stream(), warnings.stream()).toList());
    }

    /** @param category the identity of the category in which the article shall stand */
    PageArticle in(UUID category) {
        return new PageArticle(content.in(category), publishedAt, selfReferences, files, warnings);
    }

    /** One warning for all removed running heads, because a long gazette has hundreds of them. */
    private static void warnOfPrintFurniture(List<DroppedLine> dropped, List<Warning> warnings) {
        if (!dropped.isEmpty()) {
            warnings.add(new Warning("print-furniture-left-out", dropped.size() + " lines that belong to the print and"
                    + " not to the text (running heads, page numbers, signature stamps, rules) were left out"
                    + (dropped.get(0).line() > 0 ? "; the first is line " + dropped.get(0).line() : "") + ".",
                    VietnameseText.excerpt(dropped.get(0).text(), EXCERPT_LENGTH)));
        }
    }

    /**
     * Warns of a scanned document: its pages have text only in the running heads, and the rest of each page is a
     * picture.
     */
    private static void warnOfEmptyPages(PortalPage page, List<Warning> warnings) {
        long pages = page.dropped().stream().filter(line -> line.kind() == DroppedLine.LineKind.PAGE_HEADER).count();
        int characters = page.paragraphs().stream().mapToInt(String::length).sum();
        if (characters < pages * MIN_PAGE_LENGTH) {
            warnings.add(new Warning("almost-no-text", "The print has " + pages + " pages, but only " + characters
                    + " characters of text; the pages may be pictures of a scanned document, and their words are missing.",
                    VietnameseText.excerpt(String.join(" ", page.paragraphs()), EXCERPT_LENGTH)));
        }
    }

    private static Instant publishedAt(Stamp stamp, ZoneId zone, Instant now, List<Warning> warnings) {
        if (stamp == null) {
            warnings.add(new Warning("no-publication-date",
                    "The page does not say when it was published; the moment of publishing here will stand instead.", null));
            return null;
        }
        Instant instant = stamp.offset() == null
                ? stamp.at().atZone(zone).toInstant() : stamp.at().toInstant(stamp.offset());
        instant = instant.truncatedTo(ChronoUnit.MILLIS);
        if (instant.isAfter(now)) {
            warnings.add(new Warning("publication-date-in-future",
                    "The page says that it was published at " + instant + ", which is still to come; not used.", null));
            return null;
        }
        return instant;
    }

    /** The directive in the page's text; null when there is none. */
    private static DirectiveText directiveText(Subject announced, PortalPage page, List<Warning> warnings) {
        DirectiveText text = DirectiveText.parse(page.paragraphs(), page.notes(), page.text().tables());
        if (announced == null) {
            if (!text.sections().isEmpty()) {
                warnings.add(new Warning("sections-without-directive", "The text is numbered like a directive, but no "
                        + "directive is announced above it; it was kept as ordinary text.", null));
            }
            return null;
        }
        if (text.sections().isEmpty()) {
            warnings.add(new Warning("directive-without-sections", "The text announces a directive, but has no numbered "
                    + "sections; it was kept as an article about the directive.", announced.title()));
            return null;
        }
        warnings.addAll(text.warnings());
        return text;
    }

    /** All paragraphs, those of notes behind the ones of their provision, so that citations come in the order of the answer. */
    private static List<Paragraph> withNotes(DirectiveText text, ImportedBody body) {
        Map<Boolean, List<Paragraph>> around = body.paragraphs().stream()
                .collect(Collectors.partitioningBy(paragraph -> paragraph.eId().value().startsWith(PREAMBLE)));
        Map<Boolean, List<Paragraph>> behind = around.get(false).stream()
                .collect(Collectors.partitioningBy(paragraph -> paragraph.eId().value().startsWith(CLOSING)));
        return Stream.of(around.get(true).stream(), text.sections().stream().flatMap(section -> section.citable().stream()),
                behind.get(true).stream(), text.annexes().stream().flatMap(section -> section.citable().stream()),
                behind.get(false).stream()).flatMap(paragraphs -> paragraphs).toList();
    }

    private static String summary(PortalPage page) {
        return VietnameseText.excerpt(page.summary() == null ? page.paragraphs().get(0) : page.summary(), SUMMARY_LENGTH);
    }
}
