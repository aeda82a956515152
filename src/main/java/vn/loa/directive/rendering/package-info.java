/** A directive as HTML, Markdown, plain text and Akoma Ntoso. Knows the directive, and no article. */
package vn.loa.directive.rendering;
