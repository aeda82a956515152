/**
 * Citations between documents: what an article cites, which articles cite it, the register of directives, and finding a
 * document from what a person typed. Knows articles and directives.
 */
package vn.loa.citation;
