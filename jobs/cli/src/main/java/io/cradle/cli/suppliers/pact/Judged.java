package io.cradle.cli.suppliers.pact;

import io.cradle.schemas.SupplierEmission;
import java.util.List;
import java.util.Optional;

/**
 * A document and what became of it.
 *
 * @param record the record, empty where the document cannot be used
 * @param findings in the order in which they were found
 */
public record Judged(PactDocument document, Optional<SupplierEmission> record, List<Finding> findings) {}
