/** What was published of an article, publish by publish, and what changed between two revisions. */
package vn.loa.article.revision;
