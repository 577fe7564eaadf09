package io.cradle.cli.suppliers.pact;

import io.cradle.cli.suppliers.pact.CsvTable.Row;
import io.cradle.connectors.files.FileFormatException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose footprint of which product a document is, in the names of the network. */
public final class Identities {
    private static final List<String> COLUMNS = List.of("pact_product", "supplier", "product");

    /** A supplier and a product as bills and purchases name them. */
    record Identity(String supplier, String product) {}

    private final String supplier;
    private final String product;
    private final Map<String, Identity> byPactProduct;

    private Identities(String supplier, String product, Map<String, Identity> byPactProduct) {
        this.supplier = supplier;
        this.product = product;
        this.byPactProduct = byPactProduct;
    }

    /**
     * Names that override those of the documents.
     *
     * @param supplier for every document, or null
     * @param product for every document, or null
     * @param mapping a table with the columns pact_product, supplier, product, or null
     * @throws FileFormatException if the table cannot be used
     */
    public static Identities of(String supplier, String product, Path mapping) {
        Map<String, Identity> mapped = new HashMap<>();
        if (mapping != null) {
            for (Row row : CsvTable.read(mapping, COLUMNS).rows()) {
                Identity identity = new Identity(row.required("supplier"), row.required("product"));
                Identity before = mapped.put(row.required("pact_product"), identity);
                if (before != null && !before.equals(identity)) {
                    throw row.fault("'" + row.required("pact_product") + "' stands twice with other names; keep one");
                }
            }
        }
        return new Identities(supplier, product, mapped);
    }

    /** Whether every document is said to be of one product. */
    public boolean hasOneProduct() {
        return product != null;
    }

    Identity of(PactObject document) {
        List<String> companies = document.requiredTexts("companyIds");
        List<String> products = document.requiredTexts("productIds");
        Set<Identity> mapped = products.stream()
                .filter(byPactProduct::containsKey)
                .map(byPactProduct::get)
                .collect(Collectors.toSet());
        if (mapped.size() > 1) {
            document.error(
                    "productIds", "are mapped to " + mapped.size() + " products", "map the ids of a product to one");
        }
        if (mapped.isEmpty() && !byPactProduct.isEmpty()) {
            document.warn("productIds", "are not in the mapping", "its first id stands for the product");
        }
        Identity own = mapped.stream().findFirst().orElseGet(() -> new Identity(first(companies), first(products)));
        return new Identity(supplier == null ? own.supplier() : supplier, product == null ? own.product() : product);
    }

    private static String first(List<String> ids) {
        return ids.isEmpty() ? "" : ids.get(0);
    }
}
