package vn.loa.directive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.Subject;

/** The metadata of an official document. Everything but the type may be unknown. */
@Embeddable
public class Directive {

    @Column(name = "directive_type")
    private String type;

    @Column(name = "directive_number")
    private String number;

    @Column(name = "directive_number_key")
    private String numberKey;

    @Column(name = "directive_issuer")
    private String issuer;

    @Column(name = "directive_issued_on")
    private LocalDate issuedOn;

    @Column(name = "directive_title")
    private String title;

    protected Directive() {
    }

    public static Directive of(Subject subject) {
        Directive directive = new Directive();
        DocumentNumber number = subject.number();
        directive.type = subject.type();
        directive.number = number == null ? null : number.toString();
        directive.numberKey = number == null ? null : number.key();
        directive.issuer = subject.issuer();
        directive.issuedOn = subject.issuedOn();
        directive.title = subject.title();
        return directive;
    }

    /** The number as it is compared; null when the directive has none. */
    public String numberKey() {
        return numberKey;
    }

    /** The keys by which texts cite it: its number, and the name of a law. */
    public List<String> citedBy() {
        return Stream.of(numberKey, CitedDocument.nameKey(type, title)).filter(Objects::nonNull).toList();
    }

    public DirectiveView view() {
        return new DirectiveView(type, number, issuer, issuedOn, title);
    }
}
