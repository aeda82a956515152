/**
 * The document an article carries: its metadata, sections and citations as they are stored and shown. They belong to a
 * revision by the revision's database id. Knows no article.
 */
package vn.loa.directive;
