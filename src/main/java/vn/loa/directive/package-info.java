/**
 * The document an article carries: its head, sections and citations as they are stored and shown. Belongs to a revision
 * by the revision's database id; knows no article.
 */
package vn.loa.directive;
