package io.cradle.schemas.wire;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro instantiates only classes that somebody vouches for; this vouches for the contracts. */
public final class ContractTrust {
    private static final String PACKAGE = ContractTrust.class.getPackageName().replace(".wire", "") + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
    }

    private ContractTrust() {}

    /** Makes sure that the contracts are trusted in this JVM; call it before the first one is built or read. */
    public static void establish() {
        // The work is done once, when this class is loaded.
    }
}
