package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The citations of revisions, each with the public directives it leads to. */
@ApplicationScoped
public class CitationRepository {

    /**
     * What a citation leads to: a directive of the same number that the public can read here. The type must agree
     * where the text names one (1120-QĐ/TU is a Quy định, not a Quyết định), and so must the date, because numbers
     * start again: Party numbers each term, administrative ones each year.
     */
    static final String JOIN_TARGETS = """
            left join PublicDirective d on d.numberKey = c.numberKey
                and (c.type is null or lower(c.type) = lower(d.type))
                and (c.issuedOn is null or d.issuedOn is null or c.issuedOn = d.issuedOn)
            """;

    /** Order of the text; of the candidates of one citation, the latest first. */
    static final String IN_ORDER = " order by c.position, d.issuedOn desc nulls last, d.articleId";

    private final EntityManager entities;

    CitationRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Citations number {@code offset} to {@code offset + limit} of a revision, in text order: one statement. */
    public List<CitationView> citations(long revisionId, int offset, int limit) {
        return List.copyOf(views(entities
                .createQuery("select c as citation, d as target from StoredCitation c " + JOIN_TARGETS
                        + "where c.revisionId = ?1 and c.position >= ?2 and c.position < ?3" + IN_ORDER, Tuple.class)
                .setParameter(1, revisionId)
                .setParameter(2, offset)
                .setParameter(3, offset + limit)
                .getResultList()).values());
    }

    /** One statement. */
    public long count(long revisionId) {
        return entities.createQuery("select count(*) from StoredCitation where revisionId = ?1", Long.class)
                .setParameter(1, revisionId).getSingleResult();
    }

    /** All citations of a revision in text order: one statement. */
    public List<CitationView> all(long revisionId) {
        return List.copyOf(allStored(revisionId).values());
    }

    Map<StoredCitation, CitationView> allStored(long revisionId) {
        return views(entities
                .createQuery("select c as citation, d as target from StoredCitation c " + JOIN_TARGETS
                        + "where c.revisionId = ?1" + IN_ORDER, Tuple.class)
                .setParameter(1, revisionId)
                .getResultList());
    }

    /** Folds rows of {@code citation} and {@code target}, one for each candidate, into one view a citation. */
    static Map<StoredCitation, CitationView> views(List<Tuple> rows) {
        Map<StoredCitation, List<CitationView.Target>> targets = new LinkedHashMap<>();
        for (Tuple row : rows) {
            StoredCitation citation = row.get("citation", StoredCitation.class);
            PublicDirective target = row.get("target", PublicDirective.class);
            if (citation != null) {
                List<CitationView.Target> found = targets.computeIfAbsent(citation, c -> new ArrayList<>());
                if (target != null) {
                    found.add(target.asTarget());
                }
            }
        }
        Map<StoredCitation, CitationView> views = new LinkedHashMap<>();
        targets.forEach((citation, found) -> views.put(citation, CitationView.of(citation, found)));
        return views;
    }
}
