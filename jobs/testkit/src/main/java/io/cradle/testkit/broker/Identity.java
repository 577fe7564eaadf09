package io.cradle.testkit.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/**
 * A key pair with its certificate, in a key store (PKCS12).
 *
 * @param name the common name of the certificate
 * @param store the key store's file
 * @param password of the store and of the key in it
 */
public record Identity(String name, Path store, String password) {

    /** Makes a new one in a directory. */
    public static Identity create(String name, Path directory, String password) {
        Path store = directory.resolve(name + ".p12");
        KeyMaker.make(name, store, password);
        return new Identity(name, store, password);
    }

    /** Copies the key to a store in which it has a password of its own (JKS; a PKCS12 store has one password only). */
    public void copyTo(Path file, String storePassword, String keyPassword) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore own = load();
            KeyStore copy = KeyStore.getInstance("JKS");
            copy.load(null, null);
            copy.setKeyEntry(
                    name,
                    own.getKey(name, password.toCharArray()),
                    keyPassword.toCharArray(),
                    own.getCertificateChain(name));
            copy.store(out, storePassword.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerStartException("the key of " + name + " cannot be copied to " + file, e);
        }
    }

    Certificate certificate() {
        try {
            return load().getCertificate(name);
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerStartException("the certificate of " + name + " cannot be read from " + store, e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        return keys;
    }
}
