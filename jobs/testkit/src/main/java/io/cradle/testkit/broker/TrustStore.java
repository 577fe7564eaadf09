package io.cradle.testkit.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * Whose certificates are believed, in a store (PKCS12).
 *
 * @param store its file
 * @param password of the store
 */
public record TrustStore(Path store, String password) {

    /** Writes a store that believes exactly these. */
    public static TrustStore of(Path file, String password, List<Identity> believed) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore certificates = KeyStore.getInstance("PKCS12");
            certificates.load(null, null);
            for (Identity identity : believed) {
                certificates.setCertificateEntry(identity.name(), identity.certificate());
            }
            certificates.store(out, password.toCharArray());
            return new TrustStore(file, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new BrokerStartException("the trust store " + file + " cannot be written", e);
        }
    }
}
