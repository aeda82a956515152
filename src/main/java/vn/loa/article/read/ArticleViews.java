package vn.loa.article.read;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import vn.loa.article.AttachmentList;
import vn.loa.article.Draft;
import vn.loa.article.FileAddresses;
import vn.loa.article.Pictures;
import vn.loa.article.revision.RevisionRepository;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TextSize;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.answer.AnswerBudget;

/** Adds the wanted members to an article's response, with one statement for each of them. */
@Singleton
public class ArticleViews {

    /** In bytes: the most for a change with its note. */
    private static final int CHANGE_BYTES = 2_000;

    private final RevisionRepository revisions;
    private final RevisionTextRepository revisionTexts;
    private final CitationRepository citations;
    private final AttachmentList attachments;
    private final Pictures pictures;
    private final FileAddresses addresses;
    private final ArticleCategories categories;
    private final AnswerBudget budget;
    private final Forces forces;
    private final LegalDay day;

    ArticleViews(RevisionRepository revisions, RevisionTextRepository revisionTexts, CitationRepository citations,
            AttachmentList attachments, Pictures pictures, FileAddresses addresses, ArticleCategories categories,
            AnswerBudget budget, Forces forces, LegalDay day) {
        this.revisions = revisions;
        this.revisionTexts = revisionTexts;
        this.citations = citations;
        this.attachments = attachments;
        this.pictures = pictures;
        this.addresses = addresses;
        this.categories = categories;
        this.budget = budget;
        this.forces = forces;
        this.day = day;
    }

    /** The article for editors, with all members. */
    public ArticleView viewDraft(Draft draft) {
        RevisionTextRepository.SectionsAndCitations parts = revisionTexts.whole(draft.text().id());
        return viewHead(draft).including(parts.sections(), parts.citations());
    }

    /** The article for editors, without its sections and citations. */
    public ArticleView viewHead(Draft draft) {
        return ArticleView.ofDraft(draft).withBody(addresses.shown(draft.text().body()))
                .picturing(pictures.view(draft.text().picture())).in(categories.find(draft.text().category()))
                .including(attachments.of(draft.text().attachments()));
    }

    /** The article with its document's present status; see {@link #view(PublicArticle, LocalDate, boolean, Set)}. */
    public ArticleView view(PublicArticle article, boolean withBody, Set<Include> included) {
        return view(article, null, withBody, included);
    }

    /**
     * Reserves memory for a large response first, which may wait.
     *
     * @param inForceOn the day of the sections' statuses; null for today
     */
    ArticleView view(PublicArticle article, LocalDate inForceOn, boolean withBody, Set<Include> included) {
        boolean sections = included.contains(Include.SECTIONS);
        boolean cited = included.contains(Include.CITATIONS);
        boolean history = included.contains(Include.CHANGE_HISTORY);
        TextSize size = article.size();
        budget.reserve((withBody ? bytes(size, article.view()) : 0) + (sections ? article.sectionBytes() : 0)
                + (cited ? size.citations() : 0) + (history ? (long) CHANGE_BYTES * article.view().revision() : 0));
        ArticleView view = article.view().including(attachments.of(article.files()));
        if (withBody) {
            view = view.withBody(body(article)).withBodyParts();
        }
        if (history) {
            view = view.includingHistory(revisions.history(List.of(article.id())).getOrDefault(article.id(), List.of()));
        }
        if (sections && !cited) {
            return view.including(article.sections() != null ? revisionTexts.sections(article.sections(), ownForces(article, inForceOn))
                    : shown(article, inForceOn, revisionTexts.sections(article.revisionId())), null);
        }
        if (sections) {
            RevisionTextRepository.SectionsAndCitations parts = revisionTexts.whole(article.revisionId());
            return view.including(shown(article, inForceOn, parts.sections()), parts.citations());
        }
        return cited ? view.including(null, citations.all(article.revisionId())) : view;
    }

    /** The sections, each with its status if that is another one than the document's; at most one statement, none if no section has. */
    List<SectionView> shown(PublicArticle article, LocalDate inForceOn, List<SectionView> sections) {
        SectionForces own = sections.isEmpty() ? null : ownForces(article, inForceOn);
        return own == null ? sections : SectionView.withOwn(own, sections);
    }

    /** The statuses of the sections; null when none has one of its own. */
    private SectionForces ownForces(PublicArticle article, LocalDate inForceOn) {
        return article.forceBytes() == 0 ? null : article.sectionForces() != null ? article.sectionForces()
                : forces.sections(article.id(), day.of(inForceOn));
    }

    /** The size of the body with its parts, which are the same text once more. */
    static long bytes(TextSize size, ArticleView article) {
        return article.directive() == null ? size.body() : 2 * size.body();
    }

    /** The body; read from the database if it is too long to have been read with the article. */
    String body(PublicArticle article) {
        String body = article.view().body();
        return addresses.shown(body != null ? body
                : revisions.bodies(List.of(article.revisionId())).get(article.revisionId()));
    }
}
