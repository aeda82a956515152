/**
 * What the public reads about legal effect: the events that touch a document, the history of a section, and the relations
 * between documents.
 */
package vn.loa.effect.read;
