package vn.loa.article.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.Article;
import vn.loa.article.AttachmentView;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.http.CacheTagged;

/** An article in JSON. */
@Schema(name = "Article", description = "An item that the portal publishes.")
public record ArticleView(
        @Schema(description = "Its identity (UUIDv7). Never changes. Null only where an import was not stored.",
                nullable = true, required = true)
        UUID id,
        @Schema(description = "Its name in addresses. May change.", examples = "chi-thi-22-ct-tu", required = true)
        String slug,
        @Schema(required = true)
        State state,
        @Schema(description = "The number of the published revision, from 1; null before the first publish.",
                nullable = true, required = true)
        Integer revision,
        @Schema(description = "When this revision was published. Absent from drafts that were not.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant revisionPublishedAt,
        @Schema(description = "The language of the text (BCP 47).", examples = "vi", required = true)
        String language,
        @Schema(required = true)
        String title,
        @Schema(description = "A few sentences for lists and previews.", nullable = true, required = true)
        String summary,
        @Schema(description = "Who wrote it.", nullable = true, required = true)
        String byline,
        @Schema(description = "HTML of what stands before and around the directive's sections, or of the whole text "
                + "of an article without one. A paragraph's `id` is its eId. Left out of lists, unless `fields` names it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String body,
        @Schema(description = "When it was first published. Set once.", nullable = true, required = true)
        Instant firstPublishedAt,
        @Schema(description = "When its text last changed in a way that readers should know of.",
                nullable = true, required = true)
        Instant publicUpdatedAt,
        @Schema(description = "When it last changed in any way.", required = true)
        Instant updatedAt,
        @Schema(description = "The notice on a withdrawn article. Absent from all others.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Withdrawal withdrawal,
        @Schema(description = "The official document that it carries; null when it carries none.",
                nullable = true, required = true)
        DirectiveView directive,
        @Schema(description = "Keywords.", required = true)
        List<String> tags,
        @Schema(description = "The files that it carries, in order. Left out of lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<AttachmentView> attachments,
        @Schema(description = "The directive's sections in document order. Only with `include=sections`.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<SectionView> sections,
        @Schema(description = "The documents that its text cites, in the order of the text, those outside the sections "
                + "included. Only with `include=citations`.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<CitationView> citations,
        @Schema(description = "The publishes that readers should know of, the latest first. Only with "
                + "`include=changeHistory`.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Change> changeHistory) implements CacheTagged {

    /** Why an article is withdrawn. */
    @Schema(name = "Withdrawal", description = "Why and since when an article is withdrawn.")
    public record Withdrawal(
            @Schema(description = "For readers.", required = true) String explanation,
            @Schema(required = true) Instant withdrawnAt) {

        /** Null for an article that is not withdrawn. */
        static Withdrawal of(Article article) {
            return article.withdrawnAt() == null
                    ? null : new Withdrawal(article.withdrawalExplanation(), article.withdrawnAt());
        }
    }

    /** A publish in the change history. */
    @Schema(name = "Change", description = "A publish that readers should know of.")
    public record Change(
            @Schema(description = "The revision that it made.", required = true) int revision,
            @Schema(required = true) Instant publishedAt,
            @Schema(description = "What changed.", nullable = true, required = true) String changeNote) {
    }

    /** The article's tag, and the tags of the citations that the response shows. */
    @Override
    public Set<String> cacheTags() {
        if (sections == null && citations == null) {
            return Set.of(CacheTagged.ofArticle(id));
        }
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(id));
        tags.addAll(CacheTagged.ofAll(sections == null ? List.of() : sections));
        tags.addAll(CacheTagged.ofAll(citations == null ? List.of() : citations));
        return tags;
    }

    /** The article with the text of one of its revisions and its body. */
    public static ArticleView of(Article article, Revision text) {
        return of(article, text, article.slug(), text.number(), article.updatedAt());
    }

    /** The article with the text that editors see. */
    static ArticleView ofDraft(Draft draft) {
        Article article = draft.article();
        return of(article, draft.text(), draft.slug(), article.liveNumber(),
                draft.workingCopy() == null ? article.updatedAt() : draft.workingCopy().updatedAt());
    }

    private static ArticleView of(Article article, Revision text, String slug, Integer revision, Instant updatedAt) {
        return new ArticleView(article.id(), slug, article.state(), revision, text.publishedAt(), text.language(),
                text.title(), text.summary(), text.byline(), text.body(), article.firstPublishedAt(),
                article.publicUpdatedAt(), updatedAt, Withdrawal.of(article),
                text.directive() == null ? null : text.directive().view(), text.tags(),
                text.attachments().isEmpty() ? List.of() : null, null, null, null);
    }

    ArticleView withBody(String html) {
        return with(id, html, attachments, sections, citations, changeHistory);
    }

    /** The article with its sections and citations; null for those that are not wanted. */
    public ArticleView including(List<SectionView> theSections, List<CitationView> theCitations) {
        return with(id, body, attachments, theSections, theCitations, changeHistory);
    }

    ArticleView including(List<AttachmentView> files) {
        return with(id, body, files, sections, citations, changeHistory);
    }

    ArticleView includingHistory(List<Change> changes) {
        return with(id, body, attachments, sections, citations, changes);
    }

    /** The same article without an id, for a dry run, which stores nothing. */
    public ArticleView withoutId() {
        return with(null, body, attachments, sections, citations, changeHistory);
    }

    private ArticleView with(UUID theId, String theBody, List<AttachmentView> files, List<SectionView> theSections,
            List<CitationView> theCitations, List<Change> changes) {
        return new ArticleView(theId, slug, state, revision, revisionPublishedAt, language, title, summary, byline, theBody, firstPublishedAt,
                publicUpdatedAt, updatedAt, withdrawal, directive, tags, files, theSections, theCitations, changes);
    }
}
