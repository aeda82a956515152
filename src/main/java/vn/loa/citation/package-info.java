/**
 * What cites what: an article's citations, who cites it, the register of directives, and resolving what is typed. Knows
 * articles and what they carry.
 */
package vn.loa.citation;
