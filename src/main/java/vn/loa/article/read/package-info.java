/** What the public reads at an article's addresses and in lists. */
package vn.loa.article.read;
