/**
 * The tree of subjects in which articles stand: what readers see of it, and how it is changed. It knows no article. Texts name
 * a category by its identity, so that a category that is renamed, moved or merged changes no text.
 */
package vn.loa.category;
