package io.cradle.core.grade;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/**
 * What holds for the products of a pattern.
 *
 * @param network pattern in which {@code *} stands for any text
 * @param product pattern likewise
 * @param category or null for none
 * @param declared what the owner declares to have of these products
 */
public record ProductRule(String network, String product, String category, Set<Requirement> declared)
        implements Serializable {
    static final ProductRule NONE = new ProductRule("*", "*", null, Set.of());

    public ProductRule(String network, String product, String category, Set<Requirement> declared) {
        this.network = network;
        this.product = product;
        this.category = category;
        this.declared = declared.isEmpty() ? EnumSet.noneOf(Requirement.class) : EnumSet.copyOf(declared);
    }

    boolean isFor(String ofNetwork, String ofProduct) {
        return Wildcards.match(network, ofNetwork) && Wildcards.match(product, ofProduct);
    }

    boolean namesOneProduct() {
        return network.indexOf(Wildcards.ANY) < 0 && product.indexOf(Wildcards.ANY) < 0;
    }
}
