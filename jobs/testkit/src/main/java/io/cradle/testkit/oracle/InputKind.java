package io.cradle.testkit.oracle;

/** What kind of thing an input is. */
enum InputKind {
    PRODUCT,
    FLOW,
    FUEL,
    GAS
}
