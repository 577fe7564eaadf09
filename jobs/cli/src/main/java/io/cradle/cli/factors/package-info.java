/** Commands about emission factors: the bundled packs, and tables that people keep as CSV or Excel. */
package io.cradle.cli.factors;
