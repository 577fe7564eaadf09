/** {@code cradle run}: a bounded run on files, how far it is, and what came of it. */
package io.cradle.cli.run;
