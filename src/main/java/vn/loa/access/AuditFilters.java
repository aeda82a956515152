package vn.loa.access;

import java.util.List;
import vn.loa.listing.ListField;
import vn.loa.listing.ListFilters;

/** By what the audit log can be narrowed: members of {@link AuditEntry}. */
public final class AuditFilters extends ListFilters {

    public AuditFilters() {
        super(List.of(ListField.text("actor", "actor"), ListField.text("action", "action"), ListField.text("subject", "subject"),
                ListField.uuid("subjectId", "subjectId"), ListField.moment("at", "at")));
    }
}
