/**
 * Counters of an earlier system, which are taken over here: the total, days of the site, and views of articles, one or many at
 * once. Knows nothing of how hits are counted beside the tables that they are counted in.
 */
package vn.loa.visitor.imported;
