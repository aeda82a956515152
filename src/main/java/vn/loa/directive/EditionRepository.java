package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.directive.DirectiveRepository.RevisionText;
import vn.loa.web.ListQuery;
import vn.loa.web.Sql;

/**
 * The text of revisions, or a part of it, with what it cites: one statement, which answers with a row for each citation.
 * A section comes with its first citation only, because it may be large and cite a thousand documents.
 */
@ApplicationScoped
public class EditionRepository {

    /** A section of a part. */
    public record Placed(SectionView section, int position) {
    }

    /** @param total how many there are in all; null where they were not counted */
    public record PartOfSections(List<Placed> sections, Long total) {
    }

    /** All sections; and, under the empty name, what stands outside them. */
    private static final String WHOLE = """
            with parts as (
                select s.eId as eId, s.position as position from StoredSection s where s.revisionId = :revision
                union all
                select '' as eId, -1 as position)
            """;
    /** A section and those inside it. */
    private static final String ONE = """
            with parts as (
                select s.eId as eId, s.position as position from StoredSection s where s.revisionId = :revision and s.eId = :eId
                union all
                select i.eId as eId, i.position as position from StoredSection i
                    join parts above on above.eId = i.parentEId where i.revisionId = :revision)
            """;
    /** Those of a page. */
    private static final String SOME = """
            with parts as (
                select s.eId as eId, row_number() over (order by %1$s) as position from StoredSection s
                where s.revisionId = :revision%2$s order by %1$s limit %3$d offset %4$d)
            """;
    private static final String TEXT = """
            , firsts as (
                select coalesce(f.sectionEId, '') as eId, min(f.position) as position from StoredCitation f
                where f.revisionId = :revision group by coalesce(f.sectionEId, ''))
            select s as section, c as citation, d as target%s from parts p
            left join firsts f on f.eId = p.eId
            left join StoredCitation c on c.revisionId = :revision and coalesce(c.sectionEId, '') = p.eId
            left join StoredSection s on s.revisionId = :revision and s.eId = p.eId
                and (f.position is null or f.position = c.position)
            """ + CitationRepository.JOIN_TARGETS + " order by p.position, c.position, d.issuedOn desc nulls last, d.articleId";
    private static final String COUNT = "select count(*) from StoredSection s where s.revisionId = :revision";

    /** Like the whole of one, of several. */
    private static final String TEXTS = """
            with parts as (
                select s.revisionId as revision, s.eId as eId, s.position as position from StoredSection s
                    where s.revisionId in ?1
                union all
                select distinct o.revisionId as revision, '' as eId, -1 as position from StoredCitation o
                    where o.revisionId in ?1 and o.sectionEId is null),
            firsts as (
                select f.revisionId as revision, coalesce(f.sectionEId, '') as eId, min(f.position) as position
                from StoredCitation f where f.revisionId in ?1 group by f.revisionId, coalesce(f.sectionEId, ''))
            select p.revision as revision, s as section, c as citation, d as target from parts p
            left join firsts f on f.revision = p.revision and f.eId = p.eId
            left join StoredCitation c on c.revisionId = p.revision and coalesce(c.sectionEId, '') = p.eId
            left join StoredSection s on s.revisionId = p.revision and s.eId = p.eId
                and (f.position is null or f.position = c.position)
            """ + CitationRepository.JOIN_TARGETS
            + " order by p.revision, p.position, c.position, d.issuedOn desc nulls last, d.articleId";

    private final EntityManager entities;

    EditionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** All sections, and the citations outside them. */
    public RevisionText whole(long revisionId) {
        return text(entities.createQuery(WHOLE + TEXT.formatted(""), Tuple.class).setParameter("revision", revisionId).getResultList());
    }

    /** A section and those inside it, in document order; empty when there is no such section. */
    public List<SectionView> part(long revisionId, String eId) {
        return text(entities.createQuery(ONE + TEXT.formatted(""), Tuple.class).setParameter("revision", revisionId).setParameter("eId", eId)
                .getResultList()).sections();
    }

    /**
     * The sections that are asked for, and one more when anything follows; with how many there are, for which a page behind
     * the last needs a second statement.
     */
    public PartOfSections part(long revisionId, ListQuery query) {
        Sql place = query.filterAndPlace();
        TypedQuery<Tuple> statement = entities.createQuery(
                SOME.formatted(query.orderBy(), place.text(), query.limit() + 1, query.offset())
                        + TEXT.formatted(query.counted() ? ", (" + COUNT + query.filter().text() + ") as total" : ""),
                Tuple.class).setParameter("revision", revisionId);
        place.values().forEach(statement::setParameter);
        List<Tuple> rows = statement.getResultList();
        return new PartOfSections(placed(rows), query.counted() ? total(revisionId, rows, query.filter()) : null);
    }

    private Long total(long revisionId, List<Tuple> rows, Sql filter) {
        if (!rows.isEmpty()) {
            return rows.get(0).get("total", Long.class);
        }
        TypedQuery<Long> count = entities.createQuery(COUNT + filter.text(), Long.class).setParameter("revision", revisionId);
        filter.values().forEach(count::setParameter);
        return count.getSingleResult();
    }

    private static List<Placed> placed(List<Tuple> rows) {
        Map<String, Integer> positions = new HashMap<>();
        rows.stream().map(row -> row.get("section", StoredSection.class)).filter(Objects::nonNull)
                .forEach(section -> positions.put(section.eId, section.position));
        return text(rows).sections().stream().map(section -> new Placed(section, positions.get(section.eId()))).toList();
    }

    /** The sections and all citations of each of these revisions. */
    public Map<Long, RevisionText> texts(Collection<Long> revisionIds) {
        Map<Long, List<Tuple>> rows = new LinkedHashMap<>();
        for (Tuple row : entities.createQuery(TEXTS, Tuple.class).setParameter(1, revisionIds).getResultList()) {
            rows.computeIfAbsent(row.get("revision", Long.class), revision -> new ArrayList<>()).add(row);
        }
        Map<Long, RevisionText> texts = new LinkedHashMap<>();
        rows.forEach((revision, own) -> texts.put(revision, new RevisionText(text(own).sections(),
                CitationRepository.views(own).entrySet().stream()
                        .sorted(Comparator.comparing(citation -> citation.getKey().position))
                        .map(Map.Entry::getValue).toList())));
        return texts;
    }

    private static RevisionText text(List<Tuple> rows) {
        Map<String, StoredSection> sections = new LinkedHashMap<>();
        Map<String, List<CitationView>> cited = new LinkedHashMap<>();
        for (Tuple row : rows) {
            StoredSection section = row.get("section", StoredSection.class);
            if (section != null) {
                sections.put(section.eId, section);
            }
        }
        CitationRepository.views(rows).forEach((citation, view) -> cited.computeIfAbsent(
                citation.sectionEId == null ? "" : citation.sectionEId, part -> new ArrayList<>()).add(view));
        return new RevisionText(sections.values().stream()
                .map(section -> SectionView.of(section, cited.getOrDefault(section.eId, List.of()))).toList(),
                cited.getOrDefault("", List.of()));
    }
}
