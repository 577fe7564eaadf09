/**
 * What a command has around it: where it prints, what time it is, and when somebody wants it to stop. Commands reach
 * none of these by themselves, so that a test can put its own in their place.
 */
package io.cradle.cli.terminal;
