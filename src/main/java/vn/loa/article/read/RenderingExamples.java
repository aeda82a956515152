package vn.loa.article.read;

/** Examples of a section in each format, for the contract. */
final class RenderingExamples {

    static final String NAME = "example";
    static final String HTML = """
            <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chỉ thị số 22-CT/TU</title></head><body>\
            <article><section id="sec_3" class="section"><p id="sec_3__p_1"><span class="number">3.</span> Sở Tư pháp thực \
            hiện <a href="/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive">Chỉ thị số 19-CT/TU</a>.</p></section>\
            </article></body></html>
            """;
    static final String TEXT = """
            3. Sở Tư pháp thực hiện Chỉ thị số 19-CT/TU.
            """;
    static final String MARKDOWN = """
            3\\. Sở Tư pháp thực hiện [Chỉ thị số 19-CT/TU](/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive).
            """;
    static final String AKN = """
            <?xml version="1.0" encoding="UTF-8"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\
            <portion includedIn="/akn/vn/act/chi-thi/2022-07-13/22-CT-TU/vie@2022-07-27"><meta>…</meta><portionBody>\
            <section eId="sec_3"><num>3.</num><content><p eId="sec_3__p_1">Sở Tư pháp thực hiện \
            <ref href="/api/v1/articles/01a206d2-55d2-76d2-be59-e730755a0683/directive">Chỉ thị số 19-CT/TU</ref>.</p></content>\
            </section></portionBody></portion></akomaNtoso>
            """;

    private RenderingExamples() {
    }
}
