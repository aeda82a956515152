package vn.loa.access;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.sql.NamedSql;

/** The filter of a request for the audit log. An entry has to match every parameter that is given. */
record AuditFilter(
        @QueryParam("actor")
        String actor,
        @QueryParam("action")
        String action,
        @QueryParam("subject")
        String subject,
        @QueryParam("subjectId")
        UUID subjectId,
        @QueryParam("at[gte]")
        Instant from,
        @QueryParam("at[lt]")
        Instant before) {

    /** A condition in HQL, with the values of its parameters. */
    record Condition(String text, Map<String, Object> values) {

        /** @param more begins with {@code and}, or is empty */
        Condition and(NamedSql more) {
            Map<String, Object> all = new HashMap<>(values);
            all.putAll(more.values());
            return new Condition(text + more.text(), all);
        }
    }

    Condition condition() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        add("actor = :actor", "actor", actor, conditions, values);
        add("action = :action", "action", action, conditions, values);
        add("subject = :subject", "subject", subject, conditions, values);
        add("subjectId = :subjectId", "subjectId", subjectId, conditions, values);
        add("at >= :from", "from", from, conditions, values);
        add("at < :before", "before", before, conditions, values);
        return new Condition(String.join(" and ", conditions), values);
    }

    private static void add(String condition, String name, Object value, List<String> conditions,
            Map<String, Object> values) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
