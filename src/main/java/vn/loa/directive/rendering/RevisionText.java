package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.directive.BodyParts;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.text.fold.VietnameseText;

/**
 * The text of a directive at one revision, or of a part of it, for rendering.
 *
 * @param articleId the article that carries the directive
 * @param revision the number of the revision, from 1
 * @param publishedOn the day on which the revision was published here
 * @param withdrawal null unless the article is withdrawn
 * @param force whether the directive is in force; null when nobody asks
 * @param language the language of the text (BCP 47)
 * @param head the directive's metadata; null when unknown
 * @param body safe HTML of the text before and after the sections; null for a part
 * @param bodyCitations the citations in the body
 * @param sections in document order, parents before their children
 * @param pages where people read what a citation names; null for a citation without a link
 */
public record RevisionText(UUID articleId, int revision, LocalDate publishedOn, WithdrawalNotice withdrawal, ForceNotices force,
        String language, DirectiveView head, String body, List<CitationView> bodyCitations, List<SectionView> sections,
        Function<CitationView, String> pages)
        implements CacheTagged {

    /** Why and since when readers should not rely on the article. */
    public record WithdrawalNotice(LocalDate withdrawnOn, String explanation) {
    }

    /** The tags of the article and of the citations. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(articleId));
        tags.addAll(CacheTagged.ofAll(bodyCitations));
        tags.addAll(CacheTagged.ofAll(sections));
        return tags;
    }

    /** Whether this is the whole directive and not a part of it. */
    boolean isWhole() {
        return body != null;
    }

    /** The text before the sections; empty for a part. */
    String opening() {
        return isWhole() ? BodyParts.of(body).before() : "";
    }

    /** The text after the sections and before the annexes; empty for a part. */
    String closing() {
        return isWhole() ? BodyParts.of(body).after() : "";
    }

    /** The sections before the annexes, as a tree. */
    List<SectionNode> text() {
        List<SectionNode> top = SectionNode.nest(sections);
        return top.subList(0, endOfText(top));
    }

    /** The annexes at the end, which no other section follows. */
    List<SectionNode> annexes() {
        List<SectionNode> top = SectionNode.nest(sections);
        return top.subList(endOfText(top), top.size());
    }

    private static int endOfText(List<SectionNode> top) {
        int end = top.size();
        while (end > 0 && top.get(end - 1).isAnnex()) {
            end--;
        }
        return end;
    }

    /** The notice that the article is withdrawn; empty when it is not. */
    String notice() {
        return withdrawal == null ? "" : "Bài đăng này đã được rút " + date(withdrawal.withdrawnOn()) + ". Lý do: "
                + VietnameseText.oneLine(withdrawal.explanation());
    }

    /** Whether the directive is in force; empty when nobody asks. */
    String forceNotice() {
        return force == null ? "" : force.ofDocument();
    }

    /** Whether a section is in force; empty when that is as it is for what holds it, or for the directive. */
    String forceNotice(SectionNode node) {
        return force == null || node.force() == null ? "" : force.ofSection(node.force());
    }

    /** {@code Chỉ thị số 22-CT/TU}; empty when both are unknown. */
    String name() {
        return head == null ? "" : words(" ", head.type(), head.number() == null ? null : "số " + head.number());
    }

    /** {@code Ban Thường vụ Tỉnh ủy, ngày 13 tháng 7 năm 2022}; empty when both are unknown. */
    String origin() {
        return head == null ? "" : words(", ", head.issuer(), head.issuedOn() == null ? null : date(head.issuedOn()));
    }

    /** The directive's title; empty when unknown. */
    String title() {
        return head == null ? "" : words("", head.title());
    }

    /** Days below 10 and the first two months have two digits (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
    static String date(LocalDate date) {
        return String.format(Locale.ROOT, date.getMonthValue() < 3 ? "ngày %02d tháng %02d năm %d"
                : "ngày %02d tháng %d năm %d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /** The URI of an article, without scheme and host. */
    static String uriOf(UUID articleId) {
        return ApiPaths.V1 + "/articles/" + articleId;
    }

    /**
     * The URI of the cited document's text, in the format that the client prefers, with the cited part as its fragment.
     * Null when the document is not published here or is the directive itself. Whether the document has that part is
     * not checked.
     */
    static String linkTo(CitationView citation) {
        if (citation == null || citation.target() == null || isSubject(citation)) {
            return null;
        }
        String text = uriOf(citation.target().articleId()) + "/directive";
        return citation.firstPart() == null ? text : text + "#" + citation.firstPart();
    }

    /** The address of the page on which people read the cited document; null for none. */
    String pageOf(CitationView citation) {
        return citation == null || isSubject(citation) ? null : pages.apply(citation);
    }

    private static boolean isSubject(CitationView citation) {
        return "subject".equals(citation.role());
    }

    /** The language as a three-letter code (ISO 639-2), which Akoma Ntoso requires; {@code und} when it has none. */
    String languageCode() {
        try {
            String code = Locale.forLanguageTag(language).getISO3Language();
            return code.isEmpty() ? "und" : code;
        } catch (MissingResourceException e) {
            return "und";
        }
    }

    private static String words(String separator, String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }
}
