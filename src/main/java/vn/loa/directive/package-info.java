/**
 * The document an article carries: what it is called, its sections, its table of contents, the citations in its
 * text, and how it is rendered. Belongs to a revision by the revision's database id; knows no article.
 */
package vn.loa.directive;
