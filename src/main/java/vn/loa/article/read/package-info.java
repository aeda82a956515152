/** The public reads: an article, its directive and sections, and the lists of articles and tags. */
package vn.loa.article.read;
