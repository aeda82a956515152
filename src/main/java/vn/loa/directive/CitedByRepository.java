package vn.loa.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import vn.loa.directive.CitingArticleView.Place;

/**
 * Who cites a directive: the database view {@code public_reference}, so that what is not public neither cites nor is
 * cited.
 */
@ApplicationScoped
public class CitedByRepository {

    private static final String CITING = """
            from public_reference p where p.cited_id = :cited and p.citing_id <> :cited""";

    /** The parameter is {@code [{"eId": "art_5"}]}. */
    private static final String SECTION = " and p.pinpoints @> cast(:pinpoint as jsonb)";

    /** The newest article first; articles are numbered, so that a page has whole ones. */
    private static final String PAGE = """
            with place as (
              select p.citing_id, p.revision_id, p.position,
                     dense_rank() over (order by p.citing_published_at desc, p.citing_id desc) as rank
              from public_reference p
              where p.cited_id = :cited and p.citing_id <> :cited%s)
            select a.id as article_id, a.slug, a.state, r.title as article_title, r.directive_type as type,
                   r.directive_number as number, r.directive_issuer as issuer, r.directive_issued_on as issued_on,
                   case when r.directive_type is null and r.directive_number is null then null
                        else coalesce(r.directive_title, r.title) end as title,
                   c.section_eid, c.paragraph_eid, c.start_offset, c.end_offset, c.raw,
                   cast(c.pinpoints as text) as pinpoints,
                   exists (select from public_reference o where o.revision_id = c.revision_id
                       and o.position = c.position and o.cited_id <> :cited) as ambiguous
            from place
            join article a on a.id = place.citing_id
            join revision r on r.id = place.revision_id
            join citation c on c.revision_id = place.revision_id and c.position = place.position
            where place.rank > :offset and place.rank <= :offset + :limit
            order by place.rank, c.position""";

    private final EntityManager entities;
    private final ObjectMapper json;

    CitedByRepository(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /**
     * Articles that cite the directive of an article, the newest first, with the places: one statement.
     *
     * @param eId only where exactly this section is named; null for all
     */
    public List<CitingArticleView> citing(UUID article, String eId, int offset, int limit) {
        Query query = entities.createNativeQuery(PAGE.formatted(eId == null ? "" : SECTION), Tuple.class)
                .setParameter("cited", article).setParameter("offset", offset).setParameter("limit", limit);
        return fold(RegisterRepository.rows(withSection(query, eId)));
    }

    /** How many they are: one statement. */
    public long count(UUID article) {
        return total("select count(distinct p.citing_id) as total " + CITING, article, null).orElseThrow();
    }

    /** How many cite this section, empty when the article has no such section: one statement. */
    public OptionalLong count(UUID article, String eId) {
        return total("select (select count(distinct p.citing_id) " + CITING + SECTION + ") as total "
                + "from public_directive d join section s on s.revision_id = d.revision_id "
                + "where d.article_id = :cited and s.eid = :eId", article, eId);
    }

    private OptionalLong total(String sql, UUID article, String eId) {
        Query query = withSection(entities.createNativeQuery(sql, Tuple.class).setParameter("cited", article), eId);
        List<Tuple> rows = RegisterRepository.rows(eId == null ? query : query.setParameter("eId", eId));
        return rows.isEmpty() ? OptionalLong.empty() : OptionalLong.of(((Number) rows.get(0).get("total")).longValue());
    }

    private Query withSection(Query query, String eId) {
        return eId == null ? query : query.setParameter("pinpoint",
                json.createArrayNode().add(json.createObjectNode().put("eId", eId)).toString());
    }

    private List<CitingArticleView> fold(List<Tuple> rows) {
        Map<UUID, CitingArticleView> articles = new LinkedHashMap<>();
        for (Tuple row : rows) {
            RegisterEntryView.Carrier citing = RegisterRepository.carrier(row);
            articles.computeIfAbsent(citing.id(),
                    id -> new CitingArticleView(citing, RegisterRepository.directive(row), new ArrayList<>()))
                    .places().add(place(row));
        }
        return List.copyOf(articles.values());
    }

    private Place place(Tuple row) {
        return new Place(row.get("section_eid", String.class), row.get("paragraph_eid", String.class),
                (Integer) row.get("start_offset"), (Integer) row.get("end_offset"), row.get("raw", String.class),
                Boolean.TRUE.equals(row.get("ambiguous")) ? "ambiguous" : "resolved",
                pinpoints(row.get("pinpoints", String.class)));
    }

    private List<PinpointView> pinpoints(String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, new TypeReference<List<PinpointView>>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pinpoints are stored as they cannot be read", e);
        }
    }
}
