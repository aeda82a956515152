/** Destroying visitors' data when its time is over, and summing up old counts. */
package vn.loa.visitor.retention;
