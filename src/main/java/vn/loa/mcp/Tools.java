package vn.loa.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.loa.article.ArticleRef;
import vn.loa.article.read.LegalDay;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.changes.ChangeResource;
import vn.loa.citation.CitedByResource;
import vn.loa.citation.Resolver;
import vn.loa.citation.check.CitationCheck;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.effect.read.EffectResource;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.search.SearchResource;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;

/** The tools: each answers what its operation of the API answers, or the part of it that an agent needs. */
@ApplicationScoped
class Tools {

    private static final String ARTICLE = "article";
    private static final String E_ID = "eId";
    private static final String SIZE = "size";
    private static final String CURSOR = "cursor";
    private static final String DAY = "inForceOn";
    private static final String SINCE = "since";

    /** A section with what one must know to cite it. */
    record CitableSection(ArticleRef article, DirectiveView directive, int revision, SectionView section, ForceView force, String address) {
    }

    /** The status of a document or of a section on a day. */
    record StatusOnDay(ArticleRef article, DirectiveView directive, String eId, String inForceOn, ForceView force) {
    }

    private final PublicArticles articles;
    private final RevisionTextRepository texts;
    private final Forces forces;
    private final LegalDay today;
    private final AnswerBudget budget;
    private final Map<String, Tool> tools = new LinkedHashMap<>();

    Tools(PublicArticles articles, RevisionTextRepository texts, Forces forces, LegalDay today, AnswerBudget budget,
            SearchResource search, Resolver resolver, CitedByResource citedBy, CitationCheck check, ChangeResource changes, EffectResource effects) {
        this.articles = articles;
        this.texts = texts;
        this.forces = forces;
        this.today = today;
        this.budget = budget;
        add("search", "search", List.of("q", "type", "category", SIZE, CURSOR), List.of("q"), call -> search.search(call.text("q"),
                List.of(), paging(call), call.query()).getEntity());
        add("resolve", "resolve", List.of("q"), List.of("q"), call -> resolved(resolver, call.text("q")));
        add("get_section", "getSection", List.of(ARTICLE, E_ID), List.of(ARTICLE, E_ID), this::section);
        put("get_status", "getSection", "Force", List.of(ARTICLE, E_ID, DAY), List.of(ARTICLE), this::status);
        add("cited_by", "listCitedBy", List.of(ARTICLE, SIZE, CURSOR), List.of(ARTICLE),
                call -> citedBy.list(call.article(), paging(call), call.without(ARTICLE).query()).getEntity());
        add("list_effects", "listEffects", List.of(ARTICLE, "direction", SIZE, CURSOR), List.of(ARTICLE),
                call -> effects.list(call.article(), call.text("direction"), call.without(ARTICLE).query()).getEntity());
        add("check_citations", "checkCitations", List.of("text", DAY), List.of("text"), call -> {
            if (VietnameseText.oneLine(call.text("text")).isEmpty()) {
                throw Problem.invalidParameter("text", "not-blank", "must not be blank").asException();
            }
            return check.check(call.text("text"), call.day(DAY));
        });
        add("list_changes", "listChanges", List.of(SINCE, SIZE), List.of(),
                call -> changes.list(call.text(SINCE), call.number(SIZE), call.query()).getEntity());
    }

    private void add(String name, String operationId, List<String> arguments, List<String> required,
            Function<ToolCall, Object> call) {
        put(name, operationId, null, arguments, required, call);
    }

    private void put(String name, String operationId, String schema, List<String> arguments, List<String> required,
            Function<ToolCall, Object> call) {
        tools.put(name, new Tool(name, operationId, schema, arguments, required, call));
    }

    Map<String, Tool> all() {
        return tools;
    }

    private static PageParameters paging(ToolCall call) {
        return new PageParameters(null, call.number(SIZE), call.text(CURSOR), null);
    }

    private static Object resolved(Resolver resolver, String q) {
        if (VietnameseText.oneLine(q).isEmpty()) {
            throw Problem.invalidParameter("q", "not-blank", "must be given").asException();
        }
        Problem.requireAtMost(Resolver.MAX_LENGTH, "q", q);
        List<?> found = resolver.resolve(q, null);
        if (found.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "No document that this can mean is published here.").asException();
        }
        return Map.of("candidates", found);
    }

    private Object section(ToolCall call) {
        PublicArticle article = articles.get(call.article());
        String eId = eId(call);
        budget.reserve(texts.bytes(article.id(), article.revisionId(), eId));
        SectionView section = texts.section(article.id(), article.revisionId(), eId).orElseThrow(Tools::noSuchSection);
        return new CitableSection(reference(article), article.view().directive(), article.view().revision(), section,
                forces.section(article.id(), eId, today.today()), ApiPaths.ARTICLES + "/" + article.id() + "/sections/" + eId);
    }

    private Object status(ToolCall call) {
        PublicArticle article = articles.get(call.article());
        if (article.view().directive() == null) {
            throw Problem.of(ProblemType.NOT_FOUND, "The article carries no official document.").asException();
        }
        String eId = call.text(E_ID) == null ? null : eId(call);
        if (eId != null && texts.section(article.id(), article.revisionId(), eId).isEmpty()) {
            throw noSuchSection();
        }
        LocalDate day = today.of(call.day(DAY));
        return new StatusOnDay(reference(article), article.view().directive(), eId, day.toString(),
                eId == null ? forces.document(article.id(), day) : forces.section(article.id(), eId, day));
    }

    private static ArticleRef reference(PublicArticle article) {
        return new ArticleRef(article.id(), article.view().slug(), article.view().state().word(), article.view().title());
    }

    private static String eId(ToolCall call) {
        return EId.parse(call.text(E_ID)).map(EId::value).orElseThrow(Tools::noSuchSection);
    }

    private static ProblemException noSuchSection() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.").asException();
    }
}
