package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        return List.copyOf(views(detached(entities
                .createQuery("select c as citation, d as target from StoredCitation c " + JOIN_TARGETS
                        + "where c.revisionId = ?1 and c.position >= ?2 and c.position < ?3" + IN_ORDER, Tuple.class)
                .setParameter(1, revisionId)
                .setParameter(2, offset)
                .setParameter(3, offset + limit)
                .getResultList())).values());
    }

    /** Sections follow each other in document order, and those inside one before the next of its level. */
    private static final String INSIDE = """
            c.revisionId = :revision and c.sectionEId in (
                select s.eId from StoredSection s, StoredSection top
                where top.revisionId = :revision and top.eId = :eId
                  and s.revisionId = top.revisionId and s.position >= top.position
                  and s.position < coalesce((select min(e.position) from StoredSection e
                      where e.revisionId = top.revisionId and e.position > top.position and e.level <= top.level),
                      2147483647))
            """;

    /** Like {@link #citations}, of one section and the sections inside it: one statement. */
    public List<CitationView> citationsInside(long revisionId, String eId, int offset, int limit) {
        return List.copyOf(views(entities
                .createQuery("select c as citation, d as target from StoredCitation c " + JOIN_TARGETS
                        + "where c.revisionId = :revision and c.position in ("
                        + "select c.position from StoredCitation c where "
                        + INSIDE + "order by c.position limit :limit offset :offset)" + IN_ORDER, Tuple.class)
                .setParameter("revision", revisionId).setParameter("eId", eId)
                .setParameter("limit", limit).setParameter("offset", offset)
                .getResultList()).values());
    }

    /** How many they are: one statement. */
    public long countInside(long revisionId, String eId) {
        return entities.createQuery("select count(*) from StoredCitation c where " + INSIDE, Long.class)
                .setParameter("revision", revisionId).setParameter("eId", eId).getSingleResult();
    }

    /** One statement. */
    public boolean hasSection(long revisionId, String eId) {
        return entities.createQuery("select count(*) from StoredSection where revisionId = ?1 and eId = ?2", Long.class)
                .setParameter(1, revisionId).setParameter(2, eId).getSingleResult() > 0;
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
        return views(detached(entities
                .createQuery("select c as citation, d as target from StoredCitation c " + JOIN_TARGETS
                        + "where c.revisionId = ?1" + IN_ORDER, Tuple.class)
                .setParameter(1, revisionId)
                .getResultList()));
    }

    /**
     * Rows that the session forgets at once: those of a working copy are replaced under the same keys, and read again in
     * the same transaction.
     */
    <T> List<T> detached(List<T> read) {
        for (T row : read) {
            if (row instanceof Tuple tuple) {
                Arrays.stream(tuple.toArray()).filter(Objects::nonNull).forEach(entities::detach);
            } else {
                entities.detach(row);
            }
        }
        return read;
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
