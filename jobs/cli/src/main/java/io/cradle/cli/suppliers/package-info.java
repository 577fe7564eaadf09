/**
 * {@code cradle suppliers}: documents that suppliers send become records of the topic supplier-emissions. What a
 * document says and whether it may be used is judged in {@link io.cradle.cli.suppliers.pact}; here are the commands,
 * their options and the tables of the operator.
 */
package io.cradle.cli.suppliers;
