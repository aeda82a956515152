/** The counters as they are read: now, as a stream, and in the past. */
package vn.loa.visitor.read;
