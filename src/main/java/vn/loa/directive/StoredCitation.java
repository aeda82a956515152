package vn.loa.directive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.loa.text.citation.Citation;

/** Database row of a citation: a place in one revision's text that names a document. */
@Entity
@Immutable
@Table(name = "citation")
@IdClass(StoredCitation.CitationKey.class)
class StoredCitation {

    record CitationKey(Long revisionId, Integer position) implements Serializable {
    }

    @Id
    @Column(name = "revision_id")
    Long revisionId;

    @Id
    Integer position;

    @Column(name = "section_eid")
    String sectionEId;

    @Column(name = "paragraph_eid")
    String paragraphEId;

    @Column(name = "start_offset")
    int start;

    @Column(name = "end_offset")
    int end;

    String raw;
    String role;
    String type;
    String number;

    @Column(name = "number_key")
    String numberKey;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    String issuer;
    String title;

    /** Null when the text names no part of the document. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<PinpointView> pinpoints;

    protected StoredCitation() {
    }

    StoredCitation(long revisionId, int position, String sectionEId, Citation citation) {
        this.revisionId = revisionId;
        this.position = position;
        this.sectionEId = sectionEId;
        this.paragraphEId = citation.paragraphEId().value();
        this.start = citation.start();
        this.end = citation.end();
        this.raw = citation.raw();
        this.role = citation.role().name().toLowerCase(Locale.ROOT);
        this.type = citation.type();
        this.number = citation.number() == null ? null : citation.number().toString();
        this.numberKey = citation.number() == null ? null : citation.number().key();
        this.issuedOn = citation.issuedOn();
        this.issuer = citation.issuer();
        this.title = citation.title();
        this.pinpoints = citation.pinpoints().isEmpty()
                ? null : citation.pinpoints().stream().map(PinpointView::of).toList();
    }
}
