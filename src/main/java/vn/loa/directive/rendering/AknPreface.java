package vn.loa.directive.rendering;

import vn.loa.directive.DirectiveView;
import vn.loa.html.XmlWriter;

/** Writes what a directive is as the preface of its Akoma Ntoso. */
final class AknPreface {

    private AknPreface() {
    }

    static void write(RevisionText document, XmlWriter xml) {
        DirectiveView head = document.head();
        if (head == null) {
            return;
        }
        xml.start("preface").start("p").element("docType", head.type());
        if (head.number() != null) {
            xml.text(" số ").element("docNumber", head.number());
        }
        xml.end();
        if (!document.origin().isEmpty()) {
            xml.start("p");
            if (head.issuer() != null) {
                xml.element("docAuthority", head.issuer()).text(head.issuedOn() == null ? "" : ", ");
            }
            if (head.issuedOn() != null) {
                xml.element("docDate", RevisionText.date(head.issuedOn()), "date", head.issuedOn().toString());
            }
            xml.end();
        }
        if (head.title() != null) {
            xml.start("p").element("docTitle", head.title()).end();
        }
        xml.end();
    }
}
