package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.text.fold.VietnameseText;

/**
 * What is rendered: the text of a directive at one revision, or a part of it.
 *
 * @param articleId the article that carries it
 * @param revision the number of the revision, from 1
 * @param publishedOn when the revision was published here
 * @param withdrawal null unless it is withdrawn
 * @param language of the text (BCP 47)
 * @param head what the document is called; null when that is not known
 * @param body safe HTML of what stands before the sections; null for a part
 * @param bodyCitations the documents that the body cites
 * @param sections in document order, parents before their children
 */
public record RevisionText(UUID articleId, int revision, LocalDate publishedOn, Withdrawal withdrawal, String language,
        DirectiveView head, String body, List<CitationView> bodyCitations, List<SectionView> sections)
        implements CacheTagged {

    /** Why and since when readers should not rely on it. */
    public record Withdrawal(LocalDate withdrawnOn, String explanation) {
    }

    /** Its article's, and those of what it cites. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(articleId));
        tags.addAll(CacheTagged.ofAll(bodyCitations));
        tags.addAll(CacheTagged.ofAll(sections));
        return tags;
    }

    /** Whether it is the whole directive and not a part of it. */
    boolean isWhole() {
        return body != null;
    }

    /** What stands before its sections; empty for a part. */
    String opening() {
        return isWhole() ? BodyParts.of(body).opening() : "";
    }

    /** What stands behind its sections and before its annexes; empty for a part. */
    String closing() {
        return isWhole() ? BodyParts.of(body).closing() : "";
    }

    /** The sections of the text itself, as a tree. */
    List<SectionNode> text() {
        List<SectionNode> top = SectionNode.nest(sections);
        return top.subList(0, endOfText(top));
    }

    /** The annexes behind which no other section comes. */
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

    /** What readers must know before they read on: that it is withdrawn. Empty when it is not. */
    String notice() {
        return withdrawal == null ? "" : "Bài đăng này đã được rút " + date(withdrawal.withdrawnOn()) + ". Lý do: "
                + VietnameseText.oneLine(withdrawal.explanation());
    }

    /** {@code Chỉ thị số 22-CT/TU}; empty when nothing is known. */
    String name() {
        return head == null ? "" : words(" ", head.type(), head.number() == null ? null : "số " + head.number());
    }

    /** {@code Ban Thường vụ Tỉnh ủy, ngày 13 tháng 7 năm 2022}; empty when neither is known. */
    String origin() {
        return head == null ? "" : words(", ", head.issuer(), head.issuedOn() == null ? null : date(head.issuedOn()));
    }

    /** What it is about; empty when that is not known. */
    String title() {
        return head == null ? "" : words("", head.title());
    }

    /** Days below 10 and the first two months have two digits (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
    static String date(LocalDate date) {
        return String.format(Locale.ROOT, date.getMonthValue() < 3 ? "ngày %02d tháng %02d năm %d"
                : "ngày %02d tháng %d năm %d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /** The address of an article. */
    static String address(UUID articleId) {
        return ApiPaths.V1 + "/articles/" + articleId;
    }

    /**
     * The text of the document that a citation names, in whatever form the reader wants, at the part of it that is
     * meant; null when it is not known, or is the one that is being read. The part is a fragment: whether the document
     * has it there is not asked.
     */
    static String linkOf(CitationView citation) {
        if (citation == null || citation.target() == null || "subject".equals(citation.role())) {
            return null;
        }
        String text = address(citation.target().articleId()) + "/directive";
        return citation.pinpoints().isEmpty() ? text : text + "#" + citation.pinpoints().get(0).eId();
    }

    /** In the three letters that Akoma Ntoso wants (ISO 639-2); {@code und} when it is none. */
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
