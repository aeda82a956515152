/** The editors' side: drafts, and how their content is read. */
package vn.loa.article.edit;
