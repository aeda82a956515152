package vn.loa.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import vn.loa.web.Sql;

/** Runs the statements of lists. Below every feature that has lists in plain SQL. */
@ApplicationScoped
public class ListRows {

    private final EntityManager entities;

    ListRows(EntityManager entities) {
        this.entities = entities;
    }

    /** @param columns what is selected, by name */
    public List<Tuple> rows(Sql sql, Map<String, Class<?>> columns, Map<String, Class<?>> moreColumns) {
        NativeQuery<Tuple> query = query(sql);
        columns.forEach(query::addScalar);
        moreColumns.forEach(query::addScalar);
        return query.getResultList();
    }

    /** Of a statement that counts, as {@code total}. */
    public long count(Sql sql) {
        return query(sql).addScalar("total", Long.class).getSingleResult().get("total", Long.class);
    }

    @SuppressWarnings("unchecked")
    private NativeQuery<Tuple> query(Sql sql) {
        NativeQuery<Tuple> query = entities.createNativeQuery(sql.text(), Tuple.class).unwrap(NativeQuery.class);
        sql.values().forEach(query::setParameter);
        return query;
    }
}
