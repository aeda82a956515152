/**
 * What a portal publishes: articles, their states and the revisions of their text. Knows the directive that an article
 * may carry, but nothing of counting, citing, searching, importing or announcing articles.
 */
package vn.loa.article;
