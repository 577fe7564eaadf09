/**
 * What a published footprint is worth: its usability level by PACT, and its grade within a category of products. Both
 * follow from a publication and from what its owner declared; nothing here changes a figure, or when it is published.
 * Files of schemes are read elsewhere.
 */
package io.cradle.core.grade;
