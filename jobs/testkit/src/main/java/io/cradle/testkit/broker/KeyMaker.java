package io.cradle.testkit.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes key pairs with self-signed certificates, by the {@code keytool} of the JDK that runs. */
final class KeyMaker {
    private static final long PATIENCE_SECONDS = 60;

    private KeyMaker() {}

    /**
     * Makes a key store (PKCS12) with one key pair, valid for loopback addresses.
     *
     * @param name the common name of the certificate, and the alias
     */
    static void make(String name, Path store, String password) {
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                password));
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new BrokerStartException("keytool makes no key: " + said.trim());
            }
        } catch (IOException e) {
            throw new BrokerStartException("keytool cannot be run: a JDK is needed (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while keytool made a key", e);
        }
    }
}
