/**
 * What a text says about the force of documents and their parts: events, read from the notes of consolidated texts, from
 * the instructions of amending texts and from clauses of commencement and repeal. What is not understood is no event, and
 * is counted. The door is {@link EffectReader}.
 */
package vn.loa.text.effect;
