/** Starting and stopping Loa. Knows every package; no package knows it. */
package vn.loa;
