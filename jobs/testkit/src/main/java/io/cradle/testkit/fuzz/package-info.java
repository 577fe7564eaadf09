/**
 * Runs fuzz targets: classes with a static {@code fuzzerTestOneInput(byte[])} that throws on what must not be. What the
 * targets try is beside the code that they try; the fuzzer itself comes on the class path of the tests that use it.
 */
package io.cradle.testkit.fuzz;
