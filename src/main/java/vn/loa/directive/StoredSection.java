package vn.loa.directive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.loa.text.structure.Section;

/** Database row of a section of one revision, with its position in document order. */
@Entity
@Immutable
@Table(name = "section")
@IdClass(StoredSection.SectionKey.class)
class StoredSection {

    record SectionKey(Long revisionId, Integer position) implements Serializable {
    }

    @Id
    @Column(name = "revision_id")
    Long revisionId;

    @Id
    Integer position;

    @Column(name = "eid")
    String eId;

    @Column(name = "parent_eid")
    String parentEId;

    Short level;
    String kind;
    String number;
    String marker;
    String heading;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ParagraphView> paragraphs;

    protected StoredSection() {
    }

    StoredSection(long revisionId, int position, Section section) {
        this.revisionId = revisionId;
        this.position = position;
        this.eId = section.eId().value();
        this.parentEId = section.parentEId() == null ? null : section.parentEId().value();
        this.level = (short) section.level();
        this.kind = section.kind().wireName();
        this.number = section.number();
        this.marker = section.marker();
        this.heading = section.heading();
        this.paragraphs = section.paragraphs().stream().map(ParagraphView::of).toList();
    }
}
