package vn.loa.directive.rendering;

import java.time.LocalDate;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.edit.UniqueIds;
import vn.loa.html.XmlWriter;

/**
 * Writes the metadata of an Akoma Ntoso document: the work (the directive as issued), the expression (one revision of
 * its text here) and the manifestation (this XML file).
 */
final class AknMeta {

    private static final String LOA = "loa";

    private final RevisionText document;
    private final XmlWriter xml;
    private final String issuerId;
    private final String loaId;
    private final String noticeId;
    private final String forceNoticeId;
    private final AknForce force;
    private final String work;
    private final String expression;

    AknMeta(RevisionText document, XmlWriter xml, UniqueIds ids) {
        this.document = document;
        this.xml = xml;
        this.issuerId = ids.free("issuer");
        this.loaId = ids.free(LOA);
        this.noticeId = document.notice().isEmpty() ? null : ids.free("withdrawn");
        this.forceNoticeId = document.forceNotice().isEmpty() ? null : ids.free("force");
        this.force = new AknForce(document, xml, ids, "#" + loaId);
        DirectiveView head = document.head();
        String nameless = document.title().isEmpty() ? document.articleId().toString() : AknIri.slug(document.title());
        this.work = head == null ? AknIri.work(null, null, null, nameless)
                : AknIri.work(head.type(), head.issuedOn(), head.number(), nameless);
        this.expression = work + "/" + document.languageCode() + "@" + document.publishedOn();
    }

    String work() {
        return work;
    }

    String expression() {
        return expression;
    }

    AknForce force() {
        return force;
    }

    void write() {
        xml.start("meta");
        identification(component());
        xml.empty("publication", "date", document.publishedOn().toString(), "name", LOA, "showAs", "Loa",
                "number", String.valueOf(document.revision()));
        force.writeLifecycle();
        force.writeTemporalData();
        String issuer = document.head() == null || document.head().issuer() == null ? null : document.head().issuer();
        xml.start("references", "source", "#" + loaId)
                .empty("TLCOrganization", "eId", issuerId, "href",
                        issuer == null ? "/akn/ontology/organization/vn/unknown" : AknIri.organization(issuer),
                        "showAs", issuer == null ? "" : issuer)
                .empty("TLCOrganization", "eId", loaId, "href", "/akn/ontology/organization/vn/loa", "showAs", "Loa");
        force.writeConcepts();
        xml.end();
        if (noticeId != null || forceNoticeId != null) {
            // The notices come from Loa and are no part of the document's own text.
            xml.start("notes", "source", "#" + loaId);
            note(noticeId, document.notice());
            note(forceNoticeId, document.forceNotice());
            xml.end();
        }
        xml.end();
    }

    private void note(String eId, String notice) {
        if (eId != null) {
            xml.start("note", "eId", eId).element("p", notice).end();
        }
    }

    /** Writes the metadata of an annex, which is a document inside this one. */
    void writeComponent(String eId) {
        xml.start("meta");
        identification(eId);
        xml.end();
    }

    private void identification(String component) {
        xml.start("identification", "source", "#" + loaId);
        writeWork(component);
        writeExpression(component);
        writeManifestation(component);
        xml.end();
    }

    private void writeWork(String component) {
        LocalDate issuedOn = document.head() == null ? null : document.head().issuedOn();
        xml.start("FRBRWork");
        names(work + "/!" + component, work);
        xml.empty("FRBRalias", "value", RevisionText.uriOf(document.articleId()), "name", LOA);
        // The schema requires a date. Without a date of issue, the date of publication is given under that name.
        date(issuedOn == null ? document.publishedOn() : issuedOn, issuedOn == null ? "publication" : "issue");
        xml.empty("FRBRauthor", "href", "#" + issuerId).empty("FRBRcountry", "value", "vn");
        if (document.head() != null) {
            xml.empty("FRBRsubtype", "value", AknIri.slug(document.head().type()));
            if (document.head().number() != null) {
                xml.empty("FRBRnumber", "value", document.head().number());
            }
            xml.empty("FRBRname", "value", document.head().type());
        }
        xml.end();
    }

    private void writeExpression(String component) {
        xml.start("FRBRExpression");
        names(expression + "/!" + component, expression);
        date(document.publishedOn(), "publication");
        xml.empty("FRBRauthor", "href", "#" + loaId)
                .empty("FRBRversionNumber", "value", String.valueOf(document.revision()))
                .empty("FRBRlanguage", "language", document.languageCode())
                .end();
    }

    private void writeManifestation(String component) {
        xml.start("FRBRManifestation");
        names(expression + "/!" + component + ".akn", expression + ".akn");
        date(document.publishedOn(), "publication");
        xml.empty("FRBRauthor", "href", "#" + loaId);
        if (!document.isWhole() && !document.sections().isEmpty()) {
            String first = document.sections().get(0).eId();
            String last = SectionNode.lastTop(document.sections()).eId();
            xml.empty("FRBRportion", "from", "#" + first, "upTo", first.equals(last) ? null : "#" + last);
        }
        xml.empty("FRBRformat", "value", "application/akn+xml").end();
    }

    /** The component's name. A part of a directive has the eId of its first section in its name. */
    private String component() {
        return document.isWhole() || document.sections().isEmpty() ? "main"
                : "main~" + document.sections().get(0).eId();
    }

    private void names(String self, String uri) {
        xml.empty("FRBRthis", "value", self).empty("FRBRuri", "value", uri);
    }

    private void date(LocalDate date, String name) {
        xml.empty("FRBRdate", "date", date.toString(), "name", name);
    }
}
