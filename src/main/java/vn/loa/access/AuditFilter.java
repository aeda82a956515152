package vn.loa.access;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filter of a request for the audit log. An entry has to match every parameter that is given. */
record AuditFilter(
        @Parameter(description = "Who did it.", example = "key:newsroom")
        @QueryParam("actor")
        String actor,
        @Parameter(description = "What was done.", example = "key.revoke")
        @QueryParam("action")
        String action,
        @Parameter(description = "The kind of thing that it was done to.", example = "key")
        @QueryParam("subject")
        String subject,
        @Parameter(description = "The id of that thing.", example = "01a206d2-563a-7e8e-8a6a-736bf594a430")
        @QueryParam("subjectId")
        UUID subjectId,
        @Parameter(description = "Not before this instant.", example = "2026-07-01T00:00:00Z")
        @QueryParam("since")
        Instant since,
        @Parameter(description = "Before this instant.", example = "2026-08-01T00:00:00Z")
        @QueryParam("until")
        Instant until) {

    /** A condition in HQL, with the values of its parameters. */
    record Condition(String text, Map<String, Object> values) {

        Condition and(String more, Map<String, Object> moreValues) {
            Map<String, Object> all = new HashMap<>(values);
            all.putAll(moreValues);
            return new Condition(text + " and " + more, all);
        }
    }

    Condition condition() {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        add("actor = :actor", "actor", actor, conditions, values);
        add("action = :action", "action", action, conditions, values);
        add("subject = :subject", "subject", subject, conditions, values);
        add("subjectId = :subjectId", "subjectId", subjectId, conditions, values);
        add("at >= :since", "since", since, conditions, values);
        add("at < :until", "until", until, conditions, values);
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
