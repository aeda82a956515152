/** What editors say about legal effect: events of their own, corrections and rejections of events that were read. */
package vn.loa.effect.edit;
