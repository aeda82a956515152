package vn.loa.article.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.article.ArticleContent;
import vn.loa.article.Attachment;
import vn.loa.article.FileAddresses;
import vn.loa.article.Picture;
import vn.loa.article.PublicationDates;
import vn.loa.category.ArticleCategories;
import vn.loa.directive.Directive;
import vn.loa.directive.edit.SectionTree;
import vn.loa.html.BodyHtml;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.fold.Slug;
import vn.loa.text.structure.Subject;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Warning;

/** From the JSON that an editor sends to an article's content. */
@ApplicationScoped
public class ContentReader {

    private static final int LONGEST_TAG = 100;
    private static final String DEFAULT_LANGUAGE = "vi";
    /** What a draft shows besides its content: sent back, it must be what it was. */
    private static final List<String> READ_ONLY = List.of("id", "state", "revision", "firstPublishedAt",
            "publicUpdatedAt", "withdrawal");
    /** The members that hold the text: see {@link ArticleContent#keepsText}. */
    static final List<String> TEXT = List.of("body", "directive", "sections");
    /** What follows from the content and from what else is published: sent back, it is worked out anew. */
    private static final List<String> WORKED_OUT = List.of("citations", "warnings", "allowed", "edited", "updatedAt",
            "revisionPublishedAt", "planned", "removal");

    /**
     * Content that can be stored.
     *
     * @param warnings what was removed from it
     * @param dates of an article that is created
     */
    public record Result(ArticleContent content, List<Warning> warnings, PublicationDates dates) {
    }

    private final StrictJsonReader bodies;
    private final CarriedFiles files;
    private final FileAddresses addresses;
    private final ArticleCategories categories;
    private final GivenDates dates;
    private final ObjectMapper json;

    ContentReader(StrictJsonReader bodies, CarriedFiles files, FileAddresses addresses, ArticleCategories categories,
            GivenDates dates, ObjectMapper json) {
        this.bodies = bodies;
        this.files = files;
        this.addresses = addresses;
        this.categories = categories;
        this.dates = dates;
        this.json = json;
    }

    /** @throws vn.loa.problem.ProblemException 400 or 422 naming every field that is wrong */
    public Result read(JsonNode body) {
        return read(body, new FieldErrors());
    }

    /**
     * A whole draft, as it is read, with changes.
     *
     * @param current the draft as it is read now
     */
    Result read(JsonNode body, DraftView current) {
        FieldErrors errors = new FieldErrors();
        return body instanceof ObjectNode object ? read(content(object, current, errors), errors) : read(body, errors);
    }

    /**
     * Like {@link #read(JsonNode, DraftView)}, where the body, the directive and the sections are not changed: they are
     * neither read nor stored anew.
     */
    Result readHead(JsonNode body, DraftView current) {
        FieldErrors errors = new FieldErrors();
        ObjectNode content = content((ObjectNode) body, current, errors);
        content.remove(TEXT);
        ContentRequest request = bodies.read(content, ContentRequest.class, errors);
        if (request == null) {
            throw refused(errors);
        }
        checkElements(request, errors);
        List<Attachment> attachments = files.attachments(request.attachments(), errors);
        Picture picture = files.picture(request.picture(), errors);
        UUID category = category(request.category(), errors);
        errors.throwIfAny();
        return new Result(ArticleContent.ofHead(request.slug(), language(request), request.title(), request.summary(),
                request.byline(), tags(request.tags()), attachments, picture, category),
                CarriedFiles.missing(current.article().body(), attachments, picture), PublicationDates.NONE);
    }

    /** What may be written of a draft; errors name what may not. */
    private ObjectNode content(ObjectNode object, DraftView current, FieldErrors errors) {
        JsonNode before = json.valueToTree(current);
        ObjectNode content = object.deepCopy();
        content.remove(WORKED_OUT);
        for (String field : READ_ONLY) {
            JsonNode sent = content.remove(field);
            if (sent != null && !sent.equals(before.path(field))) {
                errors.add("/" + field, "read-only", "cannot be changed here");
            }
        }
        return content;
    }

    private static IllegalStateException refused(FieldErrors errors) {
        errors.throwIfAny();
        return new IllegalStateException("nothing was read and nothing was wrong");
    }

    private static String language(ContentRequest request) {
        return request.language() == null ? DEFAULT_LANGUAGE : request.language();
    }

    private Result read(JsonNode body, FieldErrors errors) {
        ContentRequest request = bodies.read(body, ContentRequest.class, errors);
        if (request == null) {
            throw refused(errors);
        }
        checkElements(request, errors);
        Subject subject = request.directive() == null ? null : request.directive().subject(errors);
        if (request.directive() == null && request.sections() != null && !request.sections().isEmpty()) {
            errors.add("/directive", "required", "must say whose sections these are");
        }
        List<Attachment> attachments = files.attachments(request.attachments(), errors);
        Picture picture = files.picture(request.picture(), errors);
        UUID category = category(request.category(), errors);
        BodyHtml html = body(request, errors);
        Set<String> bodyEIds = html == null ? Set.of()
                : html.paragraphs().stream().map(paragraph -> paragraph.eId().value()).collect(Collectors.toSet());
        SectionTree tree = SectionTree.of(request.sections(), bodyEIds, errors);
        List<Citation> citations = html == null ? List.of() : citations(html, tree, subject, errors);
        PublicationDates given = dates.check(request.firstPublishedAt(), request.publicUpdatedAt(), null, errors);
        errors.throwIfAny();
        return new Result(new ArticleContent(request.slug(), language(request), request.title(),
                request.summary(), request.byline(), html.html(), tags(request.tags()), attachments, picture, category,
                subject == null ? null : Directive.of(subject), tree.sections(), citations), warnings(html, attachments, picture), given);
    }

    /** Ends the request when there are so many errors that what follows could not tell what is wrong already. */
    private void checkElements(ContentRequest request, FieldErrors errors) {
        if (request.slug() != null && !errors.has("/slug") && Slug.parse(request.slug()).isEmpty()) {
            errors.add("/slug", "pattern", "must not have the form of an id");
        }
        if (!errors.has("/tags") && request.tags() != null) {
            checkTags(request.tags(), errors);
        }
        check(request.attachments(), "/attachments", errors);
        check(request.sections(), "/sections", errors);
        if (errors.isFull()) {
            errors.throwIfAny();
        }
    }

    private static void checkTags(List<String> tags, FieldErrors errors) {
        for (int i = 0; i < tags.size() && !errors.isFull(); i++) {
            if (tags.get(i) == null) {
                errors.add("/tags/" + i, "not-blank", "must not be empty");
            } else if (tags.get(i).length() > LONGEST_TAG) {
                errors.add("/tags/" + i, "size", "must have at most " + LONGEST_TAG + " characters");
            }
        }
    }

    private void check(List<?> elements, String pointer, FieldErrors errors) {
        for (int i = 0; elements != null && i < elements.size() && !errors.isFull(); i++) {
            String place = pointer + "/" + i;
            if (elements.get(i) == null) {
                errors.add(place, "not-null", "must not be null");
            } else {
                bodies.check(elements.get(i), place, errors);
            }
        }
    }

    private static List<Warning> warnings(BodyHtml html, List<Attachment> attachments, Picture picture) {
        List<Warning> warnings = new ArrayList<>(html.warnings());
        warnings.addAll(CarriedFiles.missing(html.html(), attachments, picture));
        return warnings;
    }

    private UUID category(String slug, FieldErrors errors) {
        UUID category = slug == null || errors.has("/category") ? null : categories.identity(slug).orElse(null);
        if (slug != null && category == null) {
            errors.add("/category", "not-found", "is no category");
        }
        return category;
    }

    /** Null when it cannot be read, or could not be sent back: with the addresses of its paragraphs it is longer. */
    private BodyHtml body(ContentRequest request, FieldErrors errors) {
        try {
            BodyHtml html = BodyHtml.of(request.body() == null ? "" : request.body(),
                    request.directive() == null ? "body" : "preamble");
            if (html.html().length() > ContentRequest.LONGEST_BODY) {
                errors.add("/body", "size", "must have at most " + ContentRequest.LONGEST_BODY
                        + " characters when it is written out with the ids of its paragraphs");
                return null;
            }
            return new BodyHtml(addresses.stored(html.html()), html.paragraphs(), html.warnings());
        } catch (IllegalArgumentException e) {
            errors.add("/body", "too-complex", e.getMessage());
            return null;
        }
    }

    /** Those that were given stand; everywhere else they are found in the text. */
    private static List<Citation> citations(BodyHtml html, SectionTree tree, Subject subject, FieldErrors errors) {
        List<Paragraph> paragraphs = Stream.concat(html.paragraphs().stream(),
                tree.sections().stream().flatMap(section -> section.citable().stream())).toList();
        Map<EId, List<Citation>> found = new HashMap<>();
        List<Citation> inText = CitationFinder.citations(paragraphs, subject);
        inText.forEach(citation -> found.computeIfAbsent(citation.paragraphEId(), p -> new ArrayList<>()).add(citation));
        List<Citation> all = new ArrayList<>();
        html.paragraphs().forEach(paragraph -> all.addAll(found.getOrDefault(paragraph.eId(), List.of())));
        for (Section section : tree.sections()) {
            List<Citation> given = tree.givenCitations().get(section.eId().value());
            if (given != null) {
                all.addAll(given);
            } else {
                section.citable().forEach(paragraph ->
                        all.addAll(found.getOrDefault(paragraph.eId(), List.of())));
            }
        }
        int most = CitationFinder.most(paragraphs);
        if (inText.size() > most || all.size() > most) {
            errors.add("/sections", "too-many-citations", "cites more than " + most
                    + " documents, which is the most for a text of this length");
        }
        return CitationFinder.withRoles(all, subject);
    }

    private static List<String> tags(List<String> tags) {
        return tags == null ? List.of()
                : tags.stream().distinct().toList();
    }
}
