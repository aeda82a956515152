package vn.loa.effect.consolidate;

import java.util.List;
import java.util.UUID;
import vn.loa.text.consolidate.Difference;
import vn.loa.text.consolidate.Proposal;
import vn.loa.text.structure.Subject;

/**
 * A proposal with the public texts of which it was made.
 *
 * @param document of which the text is proposed
 * @param articles the articles of the proposal's amending texts, in their order; the base's own for what editors say
 * @param amending the texts that amend it
 * @param official the official consolidated text with which it was compared; null for none
 */
record ProposedText(PublicText base, Subject document, Proposal proposal, List<UUID> articles, List<PublicText> amending,
        PublicText official, List<Difference> differences) {
}
