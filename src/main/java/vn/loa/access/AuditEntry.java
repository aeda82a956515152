package vn.loa.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored entry of the audit log: who did what, to what, and when. The database refuses to change it. */
@Entity
@Immutable
@Table(name = "audit")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;
    private String actor;
    private String action;
    private String subject;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "from_revision")
    private Integer fromRevision;

    @Column(name = "to_revision")
    private Integer toRevision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> details;

    protected AuditEntry() {
    }

    long id() {
        return id;
    }

    AuditView view() {
        return new AuditView(at, actor, action, subject, subjectId, fromRevision, toRevision, details);
    }

    Instant at() {
        return at;
    }
}
