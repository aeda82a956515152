/** Taking in hits, and dropping those that are not to be counted. */
package vn.loa.visitor.hit;
