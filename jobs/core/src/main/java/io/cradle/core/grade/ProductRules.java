package io.cradle.core.grade;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rules by product; of those that fit a product the first holds. */
public final class ProductRules implements Serializable {
    public static final ProductRules NONE = new ProductRules(List.of());

    private static final long serialVersionUID = 1L;

    private record Product(String network, String product) implements Serializable {}

    private record Placed(int place, ProductRule rule) implements Serializable {}

    private final Map<Product, Placed> ofOneProduct = new HashMap<>();
    private final List<Placed> patterns = new ArrayList<>();

    /** Rules in their order. */
    public ProductRules(List<ProductRule> rules) {
        for (ProductRule rule : rules) {
            Placed placed = new Placed(ofOneProduct.size() + patterns.size(), rule);
            if (rule.namesOneProduct()) {
                ofOneProduct.putIfAbsent(new Product(rule.network(), rule.product()), placed);
            } else {
                patterns.add(placed);
            }
        }
    }

    ProductRule of(String network, String product) {
        Placed exact = ofOneProduct.get(new Product(network, product));
        for (Placed pattern : patterns) {
            if (exact != null && exact.place < pattern.place) {
                break;
            }
            if (pattern.rule.isFor(network, product)) {
                return pattern.rule;
            }
        }
        return exact == null ? ProductRule.NONE : exact.rule;
    }
}
