/**
 * What a portal publishes: articles, their states and the revisions of their text. Knows the directive that an article
 * may carry, and nothing of those who count, cite, find, import or announce articles.
 */
package vn.loa.article;
