/** The published revisions of an article, and the differences between two of them. */
package vn.loa.article.revision;
