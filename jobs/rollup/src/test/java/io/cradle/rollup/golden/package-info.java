/**
 * Savepoints of every released version, and the test that restores them.
 *
 * <p>Under {@code src/test/resources/golden/VERSION} lies what a job of that version left behind: {@code savepoint}, in
 * canonical format, and {@code topics.avro}, everything that its topics held. A release adds a directory of its own and
 * leaves the others as they are; one command records it, together with the contracts of the module {@code schemas}:
 *
 * <pre>
 * ./mvnw -pl jobs/rollup -am test -Dtest='Golden*WriteTest' -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dgolden.write=VERSION
 * </pre>
 *
 * Directories of that version must not exist. What is recorded does not depend on the date: the broker's clock is set
 * to {@link io.cradle.rollup.golden.Scenario#RECORDED_FROM}.
 */
package io.cradle.rollup.golden;
