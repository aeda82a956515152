package vn.loa.directive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the register: a directive that the public can read here. A database view, so never out of date. */
@Entity
@Immutable
@Table(name = "public_directive")
class PublicDirective {

    @Id
    @Column(name = "article_id")
    UUID articleId;

    String slug;
    String type;
    String number;

    @Column(name = "number_key")
    String numberKey;

    String issuer;

    @Column(name = "issued_on")
    LocalDate issuedOn;

    String title;

    protected PublicDirective() {
    }

    CitationView.Target asTarget() {
        return new CitationView.Target(articleId, slug, title);
    }
}
