/**
 * Documents of the PACT data model 3 (ProductFootprint): reading, judging, and the supplier record that each becomes.
 * Everything said against a document is a {@link io.cradle.cli.suppliers.pact.Finding}; nothing is sent from here.
 */
package io.cradle.cli.suppliers.pact;
