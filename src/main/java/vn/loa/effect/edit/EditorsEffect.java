package vn.loa.effect.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.effect.edit.EffectRequest.ActingInput;
import vn.loa.effect.edit.EffectRequest.QuoteInput;
import vn.loa.effect.edit.EffectRequest.TargetInput;
import vn.loa.problem.FieldErrors;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * What an editor says, checked as far as it can be without the database.
 *
 * @param eId null for the document as a whole
 * @param actingArticle whose document does it; null when it is named, or is the article's own
 * @param actingDocument the document that does it, by its names; null likewise
 * @param quoteEId the paragraph in which the quotation stands; null when that is not said
 */
record EditorsEffect(EffectKind kind, String eId, EffectPart part, String named, String phrase, String replacement,
        UUID actingArticle, Subject actingDocument, List<String> provisions, LocalDate since, LocalDate until, LocalDate sourceDate,
        String quote, String quoteEId, Integer quoteStart, Integer quoteEnd, UUID corrects) {

    /** What only another document does, so that it must be named. */
    private static final Set<EffectKind> NEED_ANOTHER = Set.of(EffectKind.AMEND, EffectKind.INSERT, EffectKind.REPLACE,
            EffectKind.REPLACE_PHRASE, EffectKind.CORRECT);

    /** Other systems write it where no end is known. The day behind it is none of PostgreSQL's and of JSON's four-figure years. */
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    /** Adds what is wrong to {@code errors}; the result is of use only when nothing was. */
    static EditorsEffect of(EffectRequest request, FieldErrors errors) {
        EffectKind kind = request.kind() == null ? null : EffectKind.ofWireName(request.kind()).orElse(null);
        TargetInput target = request.target() == null ? TargetInput.DOCUMENT : request.target();
        ActingInput by = request.by() == null ? ActingInput.OWN : request.by();
        String eId = eId(target.eId(), "/target/eId", errors);
        EffectPart part = target.part() == null ? EffectPart.WHOLE : EffectPart.ofWireName(target.part()).orElse(EffectPart.WHOLE);
        checkTarget(kind, part, target, errors);
        checkDates(request, errors);
        Subject document = by.document() == null ? null : acting(by, errors);
        if (by.articleId() == null && by.document() == null && kind != null && NEED_ANOTHER.contains(kind)) {
            errors.add("/by", "required", "must name the document that does it");
        }
        QuoteInput quote = request.quote();
        String quoteEId = quote == null ? null : quotePlace(quote, errors);
        return new EditorsEffect(kind, eId, part, target.named(), target.phrase(), target.replacement(), by.articleId(), document,
                provisions(by.provisions(), errors), request.since(), request.until(), request.sourceDate(),
                quote == null ? null : quote.text(), quoteEId, quoteEId == null ? null : quote.start(),
                quoteEId == null ? null : quote.end(), request.corrects());
    }

    private static void checkTarget(EffectKind kind, EffectPart part, TargetInput target, FieldErrors errors) {
        if ((part == EffectPart.PHRASE || kind == EffectKind.REPLACE_PHRASE) && target.phrase() == null) {
            errors.add("/target/phrase", "required", "must say which words");
        }
        if (target.phrase() != null && part != EffectPart.PHRASE) {
            errors.add("/target/part", "contradiction", "must be phrase where a phrase is given");
        }
        if (target.replacement() != null && target.phrase() == null) {
            errors.add("/target/replacement", "not-applicable", "stands instead of a phrase, and none is given");
        }
    }

    private static void checkDates(EffectRequest request, FieldErrors errors) {
        checkDate(request.since(), "/since", errors);
        checkDate(request.until(), "/until", errors);
        checkDate(request.sourceDate(), "/sourceDate", errors);
        if (NO_END.equals(request.until())) {
            errors.add("/until", "out-of-range", "must be before 9999-12-31; leave it out where no end is known");
        }
        if (request.since() != null && request.until() != null && request.until().isBefore(request.since())) {
            errors.add("/until", "contradiction", "must not be before 'since'");
        }
    }

    private static void checkDate(LocalDate date, String pointer, FieldErrors errors) {
        if (!DirectiveInput.isInRange(date)) {
            errors.add(pointer, "out-of-range", "must be a date of four-figure years");
        }
    }

    private static Subject acting(ActingInput by, FieldErrors errors) {
        if (by.articleId() != null) {
            errors.add("/by/document", "exclusive", "may not be given together with 'articleId'");
        }
        if (by.document().number() == null && by.document().title() == null) {
            errors.add("/by/document/number", "required", "must be given, or a title");
        }
        return by.document().subject("/by/document", errors);
    }

    private static List<String> provisions(List<String> given, FieldErrors errors) {
        List<String> provisions = new ArrayList<>();
        for (int i = 0; given != null && i < given.size() && !errors.isFull(); i++) {
            String pointer = "/by/provisions/" + i;
            if (given.get(i) == null) {
                errors.add(pointer, "not-null", "must not be null");
            } else {
                provisions.add(eId(given.get(i), pointer, errors));
            }
        }
        return provisions;
    }

    private static String quotePlace(QuoteInput quote, FieldErrors errors) {
        long given = Stream.of(quote.paragraphEId(), quote.start(), quote.end()).filter(Objects::nonNull).count();
        if (given == 0 || errors.has("/quote")) {
            return null;
        }
        String eId = eId(quote.paragraphEId(), "/quote/paragraphEId", errors);
        if (given < 3) {
            errors.add("/quote", "missing", "has a place only with paragraphEId, start and end");
        } else if (quote.text() != null && quote.end() - quote.start() != quote.text().length()) {
            errors.add("/quote/end", "contradiction", "must be start plus the number of UTF-16 code units of the text");
        }
        return eId;
    }

    private static String eId(String given, String pointer, FieldErrors errors) {
        if (given == null) {
            return null;
        }
        String eId = EId.parse(given).map(EId::value).orElse(null);
        if (eId == null) {
            errors.add(pointer, "pattern", "is no eId like art_5__para_2");
        }
        return eId;
    }
}
