package io.cradle.cli.explain;

/** How an answer is printed. */
enum OutputFormat {
    table,
    json
}
