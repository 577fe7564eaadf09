package io.cradle.testkit.broker;

import java.util.Properties;

/** What makes a broker a secured one: two encrypted listeners, and nobody may do what no ACL allows. */
final class SecuredProperties {
    static final String ADMIN = "admin";

    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule";
    private static final String PLAIN_LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

    private SecuredProperties() {}

    static void addTo(Properties settings, Ports ports, Identity broker, TrustStore clients, String adminPassword) {
        listeners(settings, ports);
        stores(settings, broker, clients);
        logins(settings, adminPassword);
        settings.setProperty("authorizer.class.name", RecordingAuthorizer.class.getName());
        settings.setProperty("super.users", "User:" + ADMIN);
        settings.setProperty("allow.everyone.if.no.acl.found", "false");
        // A certificate's common name is the user, as with a password.
        settings.setProperty("ssl.principal.mapping.rules", "RULE:^CN=([^,]+).*$/$1/,DEFAULT");
    }

    /** Ports of the listeners for passwords, for certificates, and of the controller. */
    record Ports(int passwords, int certificates, int controller) {}

    private static void listeners(Properties settings, Ports ports) {
        String clients = "SASL_SSL://" + LoopbackPorts.HOST + ":" + ports.passwords() + ",SSL://" + LoopbackPorts.HOST
                + ":" + ports.certificates();
        settings.setProperty("listeners", clients + ",CONTROLLER://" + LoopbackPorts.HOST + ":" + ports.controller());
        settings.setProperty("advertised.listeners", clients);
        settings.setProperty("listener.security.protocol.map", "SASL_SSL:SASL_SSL,SSL:SSL,CONTROLLER:SASL_PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "SASL_SSL");
        settings.setProperty("listener.name.ssl.ssl.client.auth", "required");
    }

    private static void stores(Properties settings, Identity broker, TrustStore clients) {
        settings.setProperty("ssl.keystore.type", "PKCS12");
        settings.setProperty("ssl.keystore.location", broker.store().toString());
        settings.setProperty("ssl.keystore.password", broker.password());
        settings.setProperty("ssl.key.password", broker.password());
        settings.setProperty("ssl.truststore.type", "PKCS12");
        settings.setProperty("ssl.truststore.location", clients.store().toString());
        settings.setProperty("ssl.truststore.password", clients.password());
    }

    private static void logins(Properties settings, String adminPassword) {
        settings.setProperty("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.setProperty("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512");
        settings.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        settings.setProperty(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login(SCRAM_LOGIN, ADMIN, adminPassword, ""));
        settings.setProperty("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.setProperty(
                "listener.name.controller.plain.sasl.jaas.config",
                login(PLAIN_LOGIN, ADMIN, adminPassword, " user_" + ADMIN + "=\"" + adminPassword + "\""));
    }

    static String scramLogin(String user, String password) {
        return login(SCRAM_LOGIN, user, password, "");
    }

    private static String login(String module, String user, String password, String more) {
        return module + " required username=\"" + user + "\" password=\"" + password + "\"" + more + ";";
    }
}
