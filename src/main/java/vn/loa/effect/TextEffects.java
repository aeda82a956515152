package vn.loa.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import vn.loa.article.publish.LiveTextChanged;
import vn.loa.sql.Together;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectsRead;

/**
 * Keeps the events and relations that public texts state, in the transaction that changes a text. Those of a text that is not
 * public any more go; what editors said stays. The force of the documents that are touched follows at the end of the transaction.
 */
@ApplicationScoped
class TextEffects {

    private static final Logger LOG = Logger.getLogger(TextEffects.class);

    private final LiveTexts texts;
    private final EffectStore store;
    private final ForceUpdates force;
    private final Together together;
    private final Consumer<List<UUID>> following = this::follow;

    TextEffects(LiveTexts texts, EffectStore store, ForceUpdates force, Together together) {
        this.texts = texts;
        this.store = store;
        this.force = force;
        this.together = together;
    }

    void follow(@Observes LiveTextChanged change) {
        together.run(following, change.articleId());
    }

    private void follow(List<UUID> articles) {
        read(articles, false);
    }

    /**
     * Reads the public texts of articles.
     *
     * @param again whether the texts themselves are as before, so that nothing else tells of the articles' statuses when they change
     */
    void read(List<UUID> articles, boolean again) {
        List<StoredEffect> effects = new ArrayList<>();
        List<StoredRelation> relations = new ArrayList<>();
        List<ForceHead> heads = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        texts.find(articles).forEach((article, found) -> {
            LiveText text = found.text();
            if (text != null) {
                EffectsRead read = read(text);
                effects.addAll(StoredEffect.all(text, read));
                relations.addAll(StoredRelation.all(text, read));
                heads.add(ForceHead.of(text, read));
            } else if (found.kept()) {
                gone.add(article);
            }
        });
        List<UUID> stored = Stream.concat(heads.stream().map(ForceHead::article), gone.stream()).toList();
        if (!stored.isEmpty()) {
            Map<UUID, Set<String>> touched = store.replace(stored, effects);
            store.relate(stored, relations);
            heads.forEach(head -> force.textRead(head, touched.getOrDefault(head.article(), Set.of()), again));
            gone.forEach(article -> force.textGone(article, touched.getOrDefault(article, Set.of())));
        }
    }

    private static EffectsRead read(LiveText text) {
        try {
            return EffectReader.read(text.preamble(), text.sections(), List.of(), text.subject());
        } catch (RuntimeException e) {
            // Any fault of the reader: it must not keep a text from being published. Of its force nothing is known then.
            LOG.errorf(e, "The effects of the text of article %s could not be read", text.article());
            return new EffectsRead(null, List.of(), List.of());
        }
    }
}
