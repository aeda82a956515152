package vn.loa.article.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Attachment;
import vn.loa.article.edit.DraftView;
import vn.loa.directive.SectionsWithRow;
import vn.loa.directive.TextSize;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.CacheTagged;

/**
 * An article with one of its published texts, as the public reads it.
 *
 * @param view without files, and without a long body
 * @param revisionId the revision with the text
 * @param size the size of the text
 * @param forceBytes the most bytes that the statuses of its sections take on a day
 * @param sections its sections; null where they were not read with it
 * @param sectionForces the statuses of its sections; null where they were not read with it
 * @param files the files that the text carries, in order
 * @param removal null unless the article is gone
 */
public record PublicArticle(ArticleView view, long revisionId, TextSize size, long forceBytes, SectionsWithRow sections,
        SectionForces sectionForces, List<Attachment> files, DraftView.Removal removal) {

    /** The article with the status of its document. */
    PublicArticle with(ForceView force) {
        return new PublicArticle(view.with(force), revisionId, size, forceBytes, sections, sectionForces, files, removal);
    }

    /** The article with the statuses of its document and its sections. */
    PublicArticle with(SectionForces forces) {
        return new PublicArticle(view.with(forces.document()), revisionId, size, forceBytes, sections, forces, files, removal);
    }

    /** The most bytes of all sections in a response, with their citations and statuses. */
    public long sectionBytes() {
        return size.sectionsWithCitations() + forceBytes;
    }

    /** The most bytes that the status of one section takes, which may be that of the document. */
    long mostForceBytes() {
        return view.force() == null ? 0 : Math.max(view.force().bytes(), Math.min(forceBytes, ForceView.MOST_BYTES));
    }

    public UUID id() {
        return view.id();
    }

    /**
     * The tags of the response for a gone article: its own, and that of the replacement, which may be removed or
     * restored.
     */
    Set<String> goneTags() {
        Set<String> tags = new LinkedHashSet<>(Set.of(CacheTagged.ofArticle(id())));
        if (removal.redirectTo() != null) {
            tags.add(CacheTagged.ofArticle(removal.redirectTo()));
        }
        return tags;
    }
}
