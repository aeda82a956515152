package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.directive.DirectiveRepository.RevisionText;

/**
 * The text of revisions, or a part of it, with what it cites: one statement, which answers with a row for each citation.
 * A section comes with its first citation only, because it may be large and cite a thousand documents.
 */
@ApplicationScoped
public class EditionRepository {

    /** @param total how many sections the whole text has */
    public record PartOfSections(List<SectionView> sections, long total) {
    }

    /** All sections; and, under the empty name, what stands outside them. */
    private static final String WHOLE = """
            with parts as (
                select s.eId as eId, s.position as position from StoredSection s where s.revisionId = ?1
                union all
                select '' as eId, -1 as position)
            """;
    /** A section and those inside it. */
    private static final String ONE = """
            with parts as (
                select s.eId as eId, s.position as position from StoredSection s where s.revisionId = ?1 and s.eId = ?2
                union all
                select i.eId as eId, i.position as position from StoredSection i
                    join parts above on above.eId = i.parentEId where i.revisionId = ?1)
            """;
    /** Those of a page: their positions are counted from 0. */
    private static final String SOME = """
            with parts as (
                select s.eId as eId, s.position as position from StoredSection s
                where s.revisionId = ?1 and s.position >= ?2 and s.position < ?3)
            """;
    private static final String TEXT = """
            , firsts as (
                select coalesce(f.sectionEId, '') as eId, min(f.position) as position from StoredCitation f
                where f.revisionId = ?1 group by coalesce(f.sectionEId, ''))
            select s as section, c as citation, d as target,
                (select count(*) from StoredSection a where a.revisionId = ?1) as total from parts p
            left join firsts f on f.eId = p.eId
            left join StoredCitation c on c.revisionId = ?1 and coalesce(c.sectionEId, '') = p.eId
            left join StoredSection s on s.revisionId = ?1 and s.eId = p.eId
                and (f.position is null or f.position = c.position)
            """ + CitationRepository.JOIN_TARGETS + " order by p.position, c.position, d.issuedOn desc nulls last, d.articleId";

    private final EntityManager entities;

    EditionRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** All sections, and the citations outside them. */
    public RevisionText whole(long revisionId) {
        return text(entities.createQuery(WHOLE + TEXT, Tuple.class).setParameter(1, revisionId).getResultList());
    }

    /** A section and those inside it, in document order; empty when there is no such section. */
    public List<SectionView> part(long revisionId, String eId) {
        return text(entities.createQuery(ONE + TEXT, Tuple.class).setParameter(1, revisionId).setParameter(2, eId)
                .getResultList()).sections();
    }

    /** Some sections in document order, and how many there are; a second statement for a page behind the last. */
    public PartOfSections part(long revisionId, int offset, int limit) {
        List<Tuple> rows = entities.createQuery(SOME + TEXT, Tuple.class).setParameter(1, revisionId)
                .setParameter(2, offset).setParameter(3, offset + limit).getResultList();
        long total = !rows.isEmpty() ? rows.get(0).get("total", Long.class) : offset == 0 ? 0 : count(revisionId);
        return new PartOfSections(text(rows).sections(), total);
    }

    private long count(long revisionId) {
        return entities.createQuery("select count(*) from StoredSection where revisionId = ?1", Long.class)
                .setParameter(1, revisionId).getSingleResult();
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
