/** What comes in: hits, who sent them, and which of them are not counted. */
package vn.loa.visitor.hit;
