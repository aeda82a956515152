/** How hits become counts: the group commit, the day's key, and an instance's caches of the day. */
package vn.loa.visitor.count;
