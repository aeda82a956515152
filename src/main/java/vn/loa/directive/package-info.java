/**
 * The document an article carries: what it is called, its sections, its table of contents, and the citations in its
 * text. Belongs to a revision by the revision's database id; knows no article.
 */
package vn.loa.directive;
