package vn.loa.effect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.DirectiveView;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.effect.Relation;

/** A relation as a row of the table relation. The components are the columns. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record StoredRelation(UUID article, int place, String kind, DirectiveView acting, String actingKey, String actingTypeKey, LocalDate actingIssuedOn,
        DirectiveView document, String documentKey, String documentTypeKey, LocalDate documentIssuedOn, LocalDate readIn, String quote,
        String quoteEid, Integer quoteStart, Integer quoteEnd) {

    /** The relations of a text, each with a place from 1. */
    static List<StoredRelation> all(LiveText text, EffectsRead read) {
        LiveText.Words words = text.words();
        List<StoredRelation> all = new ArrayList<>();
        for (Relation relation : EffectReader.relations(text.preamble(), text.subject(), read)) {
            StoredDocument acting = StoredDocument.of(relation.by());
            StoredDocument document = StoredDocument.of(relation.document());
            LiveText.Quoted quote = words.at(relation.quote());
            all.add(new StoredRelation(text.article(), all.size() + 1, relation.kind().wireName(), acting.view(), acting.key().key(), acting.key().typeKey(),
                    acting.key().issuedOn(), document.view(), document.key().key(), document.key().typeKey(), document.key().issuedOn(),
                    text.subject().issuedOn(), quote.text(), quote.eId(), quote.start(), quote.end()));
        }
        return all;
    }
}
