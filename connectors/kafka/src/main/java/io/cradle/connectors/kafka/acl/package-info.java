/**
 * Who may do what: the roles around Cradle, the least that each needs of Kafka, and comparing that with what a cluster
 * grants. Who the principals are and how they log in is the operator's business.
 */
package io.cradle.connectors.kafka.acl;
