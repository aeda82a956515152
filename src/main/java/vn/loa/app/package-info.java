/** Starting and stopping Loa, and telling the operator where everything is. Knows every package; no package knows it. */
package vn.loa.app;
