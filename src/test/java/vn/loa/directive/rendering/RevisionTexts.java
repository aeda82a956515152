package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceReason;
import vn.loa.directive.force.ForceView;
import vn.loa.text.fold.VietnameseText;

/** Directives for rendering tests, and the words that each rendering must have. */
final class RevisionTexts {

    static final UUID ARTICLE = UUID.fromString("01a206d2-563a-7e8e-8a6a-736bf594a420");
    static final UUID CITED = UUID.fromString("01a206d2-55d2-76d2-be59-e730755a0683");
    static final DirectiveView HEAD = new DirectiveView("Chỉ thị", "22-CT/TU", "Ban Thường vụ Tỉnh ủy",
            LocalDate.of(2022, 7, 13), "an toàn giao thông");
    private static final LocalDate PUBLISHED = LocalDate.of(2022, 7, 27);

    private RevisionTexts() {
    }

    static RevisionText whole(String body, List<CitationView> bodyCitations, List<SectionView> sections) {
        return of(HEAD, body, bodyCitations, sections);
    }

    static RevisionText of(DirectiveView head, String body, List<CitationView> cited, List<SectionView> sections) {
        return new RevisionText(ARTICLE, 1, PUBLISHED, null, null, "vi", head, body, cited, sections, RevisionText::linkTo);
    }

    static RevisionText withdrawn(RevisionText edition, String explanation) {
        return new RevisionText(ARTICLE, 1, PUBLISHED,
                new RevisionText.WithdrawalNotice(PUBLISHED.plusDays(5), explanation), null, "vi", edition.head(), edition.body(),
                edition.bodyCitations(), edition.sections(), RevisionText::linkTo);
    }

    /** @param forces of the sections, in their order; null for that of the document */
    static RevisionText withForce(RevisionText text, ForceView document, List<ForceView> forces, LocalDate asked,
            Map<UUID, ForceReason> reasons) {
        List<SectionView> sections = new ArrayList<>();
        for (int i = 0; i < text.sections().size(); i++) {
            sections.add(text.sections().get(i).with(i < forces.size() ? forces.get(i) : null));
        }
        return new RevisionText(ARTICLE, 1, PUBLISHED, text.withdrawal(), new ForceNotices(document, asked, reasons), "vi", text.head(),
                text.body(), text.bodyCitations(), sections, text.pages());
    }

    static RevisionText part(List<SectionView> sections) {
        return of(HEAD, null, List.of(), sections);
    }

    static SectionView section(String eId, String parent, int level, String kind, String marker, String heading,
            List<CitationView> citations, String... texts) {
        List<ParagraphView> paragraphs = new ArrayList<>();
        for (String text : texts) {
            paragraphs.add(new ParagraphView(eId + "__p_" + (paragraphs.size() + 1), text));
        }
        return new SectionView(eId, parent, level, kind, marker, marker, heading, paragraphs, citations);
    }

    /** A citation of these words of a text, resolved when an article is given. */
    static CitationView citation(String paragraph, String text, String raw, String type, String number, UUID target) {
        int start = text.indexOf(raw);
        return citation(paragraph, start, start + raw.length(), raw, type, number, target);
    }

    static CitationView citation(String paragraph, int start, int end, String raw, String type, String number,
            UUID target) {
        return new CitationView(paragraph, start, end, raw, number == null ? "unnumbered" : "reference", type, number,
                null, null, null, List.of(), List.of(), target == null ? "unresolved" : "resolved",
                target == null ? null : new CitationView.Target(target, "slug", "title"), List.of(), null);
    }

    /** The text, the closing and the annexes without white space and the bars between cells, in order. */
    static String letters(RevisionText edition) {
        return letters(edition.notice() + head(edition) + words(edition.text()) + Jsoup.parseBodyFragment(edition.closing()).wholeText()
                + words(edition.annexes()));
    }

    private static String head(RevisionText edition) {
        return edition.isWhole() ? edition.name() + edition.origin() + edition.title()
                + Jsoup.parseBodyFragment(edition.opening()).wholeText() : "";
    }

    private static String words(List<SectionNode> nodes) {
        return nodes.stream().map(node -> Stream.concat(Stream.of(node.section().marker(), node.section().heading()),
                node.section().paragraphs().stream().map(ParagraphView::text)).filter(Objects::nonNull)
                .collect(Collectors.joining()) + words(node.inside())).collect(Collectors.joining());
    }

    static String letters(String text) {
        return withoutSpace(withoutSpace(text));
    }

    /** Normalises before and after removing white space, because a combining mark may then follow its letter. */
    private static String withoutSpace(String text) {
        return VietnameseText.normalise(text).replaceAll("[\\s\u034F|]", "");
    }
}
