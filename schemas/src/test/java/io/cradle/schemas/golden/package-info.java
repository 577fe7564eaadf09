/**
 * The contracts of every released version, and the tests that hold this one against them.
 *
 * <p>Under {@code src/test/resources/golden/VERSION} lie, for {@code inputs}, {@code outputs} and {@code state}, an
 * example of every record as JSON and as the bytes that the version wrote; for inputs and outputs the schemas, too; and
 * in {@code topics.txt} every topic with the record it holds and the key of the example. The schemas of state are part
 * of the program, which needs them to read old savepoints: {@code src/main/resources/io/cradle/schemas/wire/state}.
 * A release adds its own directories, with the command that {@code io.cradle.rollup.golden} describes, names its
 * version in {@code StateSchemas}, and leaves the others as they are.
 */
package io.cradle.schemas.golden;
