/** Makes a directive of what an editor wrote, and names what does not fit. */
package vn.loa.directive.edit;
