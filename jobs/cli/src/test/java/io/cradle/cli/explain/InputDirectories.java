package io.cradle.cli.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories of input files for the tests of these commands. */
final class InputDirectories {
    static final String BILLS = """
            network,product,declared_unit,input_kind,input,amount,unit,region,supplier
            demo,car,{piece},product,steel,900,kg,,
            demo,car,{piece},flow,scrap,-50,kg,,
            demo,car,{piece},product,seat,5,{piece},,acme
            demo,steel,kg,flow,electricity,0.5,kW.h,CN,
            demo,steel,kg,product,coal,0.7,kg,,
            demo,steel,kg,gas,CO2,1.2,kg,,
            demo,coal,kg,product,steel,0.01,kg,,
            demo,coal,kg,flow,electricity,0.1,kW.h,CN,
            demo,dead,kg,product,dead2,1,kg,,
            demo,dead2,kg,product,dead,1,kg,,
            demo,lost,kg,flow,unknown,1,kg,,
            """;
    static final String FACTORS = """
            flow,kind,region,valid_from,unit,fossil,version,source,technological_dqr,geographical_dqr,temporal_dqr
            electricity,supply,CN,2024-01-01,kW.h,0.5777,2024-1,MEE,2,1,2
            electricity,supply,GLO,2024-01-01,kW.h,0.45,2024-1,IEA,3,3,3
            scrap,supply,GLO,2024-01-01,kg,0.9,7,,,,
            """;
    static final String SUPPLIERS = """
            network,record,supplier,product,declared_unit,declared_unit_amount,reference_start,reference_end,fossil
            demo,pcf-1,acme,seat,{piece},1,2023-01-01,2023-12-31,40
            """;

    private InputDirectories() {}

    /** A car with a credit for scrap, seats that are bought, and steel and coal that need each other. */
    static Path car(Path parent) {
        return of(parent, BILLS, FACTORS, SUPPLIERS);
    }

    static Path of(Path parent, String bills, String factors, String suppliers) {
        try {
            Path directory = Files.createTempDirectory(parent, "in");
            Files.writeString(directory.resolve("bills-of-materials.csv"), bills);
            Files.writeString(directory.resolve("emission-factors.csv"), factors);
            Files.writeString(directory.resolve("supplier-emissions.csv"), suppliers);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
