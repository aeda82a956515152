package vn.loa.article.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Article;
import vn.loa.article.AttachmentView;
import vn.loa.article.Draft;
import vn.loa.article.PictureView;
import vn.loa.article.Pictures;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.category.ArticleCategory;
import vn.loa.directive.BodyParts;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceView;
import vn.loa.http.CacheTagged;
import vn.loa.listing.SparseFieldset;

/** An article in JSON. */
public record ArticleView(
        UUID id,
        String slug,
        State state,
        Integer revision,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant revisionPublishedAt,
        String language,
        String title,
        String summary,
        String byline,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String body,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String bodyBefore,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String bodyAfter,
        Instant firstPublishedAt,
        Instant publicUpdatedAt,
        Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Withdrawal withdrawal,
        DirectiveView directive,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ForceView force,
        List<String> tags,
        PictureView picture,
        ArticleCategory category,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<AttachmentView> attachments,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<SectionView> sections,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<CitationView> citations,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Change> changeHistory,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long views) implements CacheTagged {

    private static final List<String> BODY = List.of("body", "bodyBefore", "bodyAfter");

    /** Why an article is withdrawn. */
    public record Withdrawal(
            String explanation,
            Instant withdrawnAt) {

        /** Null for an article that is not withdrawn. */
        static Withdrawal of(Article article) {
            return article.withdrawnAt() == null
                    ? null : new Withdrawal(article.withdrawalExplanation(), article.withdrawnAt());
        }
    }

    /** A publish in the change history. */
    public record Change(
            int revision,
            Instant publishedAt,
            String changeNote) {
    }

    /** Whether the client named the body, or a part of it. */
    static boolean namesBody(SparseFieldset fields) {
        return BODY.stream().anyMatch(fields::names);
    }

    /** The article's tag, and the tags of its category and of the citations that the response shows. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        tags.add(CacheTagged.ofArticle(id));
        tags.addAll(CacheTagged.tagsOf(category));
        tags.addAll(CacheTagged.ofAll(sections == null ? List.of() : sections));
        tags.addAll(CacheTagged.ofAll(citations == null ? List.of() : citations));
        return tags;
    }

    /** The article with the text of one of its revisions and its body, without its picture and its category. */
    public static ArticleView of(Article article, Revision text) {
        return of(article, text, article.slug(), text.number(), article.updatedAt());
    }

    /**
     * A public article without its body, its category and the members that are included on request. The addresses of its picture
     * are relative to the server.
     */
    static ArticleView listed(Article article) {
        return of(article, article.live()).withBody(null).including((List<AttachmentView>) null)
                .picturing(Pictures.stored(article.live().picture()));
    }

    /** The article with the text that editors see, without its picture and its category. */
    static ArticleView ofDraft(Draft draft) {
        Article article = draft.article();
        return of(article, draft.text(), draft.slug(), article.liveNumber(),
                draft.workingCopy() == null ? article.updatedAt() : draft.workingCopy().updatedAt());
    }

    private static ArticleView of(Article article, Revision text, String slug, Integer revision, Instant updatedAt) {
        return new ArticleView(article.id(), slug, article.state(), revision, text.publishedAt(), text.language(),
                text.title(), text.summary(), text.byline(), text.body(), null, null, article.firstPublishedAt(),
                article.publicUpdatedAt(), updatedAt, Withdrawal.of(article),
                text.directive() == null ? null : text.directive().view(), null, text.tags(), null, null,
                text.attachments().isEmpty() ? List.of() : null, null, null, null, null);
    }

    ArticleView withBody(String html) {
        return with(id, html, picture, category, attachments, sections, citations, changeHistory);
    }

    /** The article with its picture; null for none. */
    public ArticleView picturing(PictureView thePicture) {
        return with(id, body, thePicture, category, attachments, sections, citations, changeHistory);
    }

    /** The article with the two parts of its body, if it carries a directive. */
    public ArticleView withBodyParts() {
        if (body == null || directive == null) {
            return this;
        }
        BodyParts parts = BodyParts.of(body);
        return new ArticleView(id, slug, state, revision, revisionPublishedAt, language, title, summary, byline, body, parts.before(),
                parts.after(), firstPublishedAt, publicUpdatedAt, updatedAt, withdrawal, directive, force, tags, picture, category, attachments,
                sections, citations, changeHistory, views);
    }

    /** The article with the status of its document, if it carries one. */
    ArticleView with(ForceView theForce) {
        return directive == null ? this : new ArticleView(id, slug, state, revision, revisionPublishedAt, language, title, summary, byline,
                body, bodyBefore, bodyAfter, firstPublishedAt, publicUpdatedAt, updatedAt, withdrawal, directive, theForce, tags, picture,
                category, attachments, sections, citations, changeHistory, views);
    }

    /** The article with its sections and citations; null for those that are not wanted. */
    public ArticleView including(List<SectionView> theSections, List<CitationView> theCitations) {
        return with(id, body, picture, category, attachments, theSections, theCitations, changeHistory);
    }

    public ArticleView including(List<AttachmentView> files) {
        return with(id, body, picture, category, files, sections, citations, changeHistory);
    }

    /** The article in its category; null for none. */
    ArticleView in(ArticleCategory theCategory) {
        return with(id, body, picture, theCategory, attachments, sections, citations, changeHistory);
    }

    ArticleView includingHistory(List<Change> changes) {
        return with(id, body, picture, category, attachments, sections, citations, changes);
    }

    /** The article with how often it was read, in a list: the article's own answer changes only with the article. */
    ArticleView includingViews(long theViews) {
        return new ArticleView(id, slug, state, revision, revisionPublishedAt, language, title, summary, byline, body, bodyBefore, bodyAfter,
                firstPublishedAt, publicUpdatedAt, updatedAt, withdrawal, directive, force, tags, picture, category, attachments, sections,
                citations, changeHistory, theViews);
    }

    /** The same article without an id, for a dry run, which stores nothing. */
    public ArticleView withoutId() {
        return with(null, body, picture, category, attachments, sections, citations, changeHistory);
    }

    private ArticleView with(UUID theId, String theBody, PictureView thePicture, ArticleCategory theCategory,
            List<AttachmentView> files, List<SectionView> theSections, List<CitationView> theCitations, List<Change> changes) {
        return new ArticleView(theId, slug, state, revision, revisionPublishedAt, language, title, summary, byline, theBody, bodyBefore,
                bodyAfter, firstPublishedAt, publicUpdatedAt, updatedAt, withdrawal, directive, force, tags, thePicture, theCategory, files,
                theSections, theCitations, changes, views);
    }
}
