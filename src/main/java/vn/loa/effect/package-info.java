/**
 * Legal effect: what begins, changes, suspends or ends the force of a document or of its sections, since when, by which
 * document, and where that is written; and the status on a day that follows from it.
 */
package vn.loa.effect;
