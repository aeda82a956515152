package vn.loa.article.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.article.Picture;
import vn.loa.category.ArticleCategory;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.SectionView;
import vn.loa.directive.diff.DiffView;
import vn.loa.directive.diff.SectionDiff;
import vn.loa.directive.diff.WordView;
import vn.loa.html.BodyHtml;
import vn.loa.text.structure.Paragraph;

/** The differences between two revisions, in JSON. */
record RevisionDiff(
        int before,
        int after,
        List<FieldChange> fields,
        DiffView.Counts counts,
        List<DiffView.SectionChange> sections) {

    /** A field that differs. */
    public record FieldChange(
            String field,
            List<WordView> words) {
    }

    /** @param categories those of the revisions, by the identities that these name */
    static RevisionDiff of(ComparedRevision before, List<SectionView> sectionsBefore, ComparedRevision after, List<SectionView> sectionsAfter,
            Map<UUID, ArticleCategory> categories) {
        List<FieldChange> fields = new ArrayList<>();
        compare(fields, "title", before, after, ComparedRevision::title);
        compare(fields, "summary", before, after, ComparedRevision::summary);
        compare(fields, "byline", before, after, ComparedRevision::byline);
        compare(fields, "language", before, after, ComparedRevision::language);
        compare(fields, "tags", before, after, revision -> String.join(", ", revision.tags()));
        compare(fields, "category", before, after, revision -> category(categories.get(revision.category())));
        compare(fields, "attachments", before, after, RevisionDiff::attachments);
        compare(fields, "picture", before, after, RevisionDiff::picture);
        compare(fields, "body", before, after, RevisionDiff::bodyText);
        compare(fields, "directive.type", before, after, head(DirectiveView::type));
        compare(fields, "directive.number", before, after, head(DirectiveView::number));
        compare(fields, "directive.issuer", before, after, head(DirectiveView::issuer));
        compare(fields, "directive.issuedOn", before, after, head(view -> Objects.toString(view.issuedOn(), null)));
        compare(fields, "directive.title", before, after, head(DirectiveView::title));
        DiffView sections = SectionDiff.of(sectionsBefore, sectionsAfter);
        return new RevisionDiff(before.number(), after.number(), fields, sections.counts(), sections.sections());
    }

    private static Function<ComparedRevision, String> head(Function<DirectiveView, String> part) {
        return revision -> revision.directive() == null ? null : part.apply(revision.directive());
    }

    private static String category(ArticleCategory category) {
        return category == null ? null : category.title();
    }

    private static String attachments(ComparedRevision revision) {
        return revision.attachments().stream().map(file -> file.title() == null ? file.id().toString() : file.title())
                .collect(Collectors.joining(", "));
    }

    /** What readers are told of it, and which file it is. */
    private static String picture(ComparedRevision revision) {
        Picture picture = revision.picture();
        return picture == null ? null : Stream.of(picture.alternativeText(), picture.caption(), picture.credit(), picture.id().toString())
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String bodyText(ComparedRevision revision) {
        return BodyHtml.of(revision.body(), "body").paragraphs().stream().map(Paragraph::text)
                .collect(Collectors.joining("\n"));
    }

    private static void compare(List<FieldChange> fields, String name, ComparedRevision before, ComparedRevision after,
            Function<ComparedRevision, String> field) {
        String was = field.apply(before);
        String is = field.apply(after);
        if (!Objects.equals(was, is)) {
            fields.add(new FieldChange(name, WordView.of(was, is)));
        }
    }
}
