package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.Optional;
import vn.loa.directive.CitationView;
import vn.loa.text.fold.Slug;
import vn.loa.text.number.DocumentNumber;

/**
 * The IRI of a document in Akoma Ntoso (Naming Convention 1.0): {@code /akn/vn/act/chi-thi/2022-07-13/22-CT-TU}. A
 * document has the same IRI wherever a text cites it with type, number and date.
 */
final class AknIri {

    private AknIri() {
    }

    /** @param nameless the last segment for a document without a number */
    static String work(String type, LocalDate issuedOn, String number, String nameless) {
        Optional<DocumentNumber> parsed = Optional.ofNullable(number).flatMap(DocumentNumber::parse);
        String year = parsed.flatMap(DocumentNumber::year).map(found -> "/" + found).orElse("");
        String name = number == null ? nameless : segment(parsed.map(DocumentNumber::key).orElse(number));
        return "/akn/vn/act/" + (type == null ? "van-ban" : slug(type)) + (issuedOn == null ? year : "/" + issuedOn)
                + "/" + name;
    }

    /** The IRI of the cited document or part, published here or not: {@code …/30-2020-NĐ-CP/!main~art_5}. */
    static String cited(CitationView citation) {
        String work = work(citation.type(), citation.issuedOn(), citation.number(),
                slug(citation.title() == null ? citation.raw() : citation.title()));
        return citation.firstPart() == null ? work : work + "/!main~" + citation.firstPart();
    }

    static String organization(String name) {
        return "/akn/ontology/organization/vn/" + slug(name);
    }

    static String slug(String text) {
        return Slug.of(text).value();
    }

    /** Letters keep their accents: {@code NĐ} and {@code ND} are two symbols. */
    private static String segment(String number) {
        String segment = number.replaceAll("[^\\p{L}\\p{Nd}.]+", "-");
        return segment.isEmpty() ? "-" : segment;
    }
}
