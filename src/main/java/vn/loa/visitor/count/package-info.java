/** What is counted: group commit, the day's key, and what an instance remembers of a day. */
package vn.loa.visitor.count;
