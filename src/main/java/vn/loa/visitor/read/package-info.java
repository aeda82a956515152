/** Reading the counters: the current ones, their stream, and their history. */
package vn.loa.visitor.read;
