package io.cradle.cli.chaos;

import io.cradle.schemas.ProductFootprint;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireException;
import io.cradle.schemas.wire.WireFormat;

/** Reads footprints that were kept encoded after they had been decoded once. Not thread safe. */
final class FootprintDecoder {
    private final WireFormat wire;

    FootprintDecoder(SchemaCatalog catalog) {
        this.wire = new WireFormat(catalog);
    }

    ProductFootprint decode(byte[] value) {
        try {
            return (ProductFootprint) wire.decode(value, OutputTopic.PRODUCT_FOOTPRINTS.schema());
        } catch (WireException e) {
            throw new IllegalStateException("a footprint that was decoded when it arrived does not decode now", e);
        }
    }
}
