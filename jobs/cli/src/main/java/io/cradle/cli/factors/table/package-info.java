/** Tables of emission factors as people keep them: which columns they have and what a row says. Nothing is judged here. */
package io.cradle.cli.factors.table;
