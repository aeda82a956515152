/** What is destroyed when its time is over, and what is kept in fewer rows. */
package vn.loa.visitor.retention;
