/**
 * The {@code cradle} command: its root, how it ends and how it fails. Every command takes what it needs from outside
 * from {@link io.cradle.cli.terminal}, opens doors of the connectors and starts what it runs; no figure is computed and
 * no record is judged here.
 */
package io.cradle.cli;
