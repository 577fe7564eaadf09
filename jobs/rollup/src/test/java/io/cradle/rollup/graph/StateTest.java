package io.cradle.rollup.graph;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.api.Test;

/** All state of the job is declared where it can be seen, under the names that savepoints know, and none is generic. */
class StateTest {
    /** What savepoints of released versions hold. State may be added; none may be renamed, or become another kind. */
    private static final TreeMap<String, StateDescriptor.Type> STATE = new TreeMap<>();

    static {
        STATE.put("changesAwaitingEpoch", StateDescriptor.Type.MAP);
        STATE.put("facts", StateDescriptor.Type.MAP);
        STATE.put("factors", StateDescriptor.Type.MAP);
        STATE.put("highestLogTimes", StateDescriptor.Type.LIST);
        STATE.put("lastPublished", StateDescriptor.Type.MAP);
        STATE.put("meterDays", StateDescriptor.Type.MAP);
        STATE.put("networkClock", StateDescriptor.Type.VALUE);
        STATE.put("recordsAwaitingDefinition", StateDescriptor.Type.MAP);
        STATE.put("recordsAwaitingEpoch", StateDescriptor.Type.LIST);
        STATE.put("seriesSettings", StateDescriptor.Type.LIST);
    }

    private static final JavaClasses JOB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cradle.rollup", "io.cradle.connectors");

    @Test
    void allStateIsKnown() throws ReflectiveOperationException {
        TreeMap<String, StateDescriptor.Type> found = new TreeMap<>();
        for (StateDescriptor<?, ?> descriptor : descriptors()) {
            found.put(descriptor.getName(), descriptor.getType());
        }
        assertEquals(STATE, found);
    }

    @Test
    void noStateIsGeneric() throws ReflectiveOperationException {
        for (StateDescriptor<?, ?> descriptor : descriptors()) {
            assertEquals(Optional.empty(), GenericTypes.in(descriptor), descriptor.getName());
        }
    }

    /** A descriptor that is made elsewhere would escape the tests above. */
    @Test
    void descriptorsAreConstants() {
        Set<String> elsewhere = new TreeSet<>();
        JOB.forEach(type -> type.getConstructorCallsFromSelf().stream()
                .filter(call -> assignableTo(StateDescriptor.class).test(call.getTargetOwner()))
                .filter(call -> !isOfConstant(call))
                .forEach(call -> elsewhere.add(call.getDescription())));
        assertEquals(Set.of(), elsewhere);
    }

    @Test
    void genericStateIsFound() {
        TypeInformation<StringBuilder> generic = TypeInformation.of(StringBuilder.class);
        List<StateDescriptor<?, ?>> bad = List.of(
                new ValueStateDescriptor<>("value", generic),
                new ValueStateDescriptor<>("list of pairs", Types.LIST(Types.TUPLE(Types.STRING, generic))),
                new MapStateDescriptor<>("map", Types.STRING, generic));
        for (StateDescriptor<?, ?> descriptor : bad) {
            assertTrue(GenericTypes.in(descriptor).isPresent(), descriptor.getName());
        }
    }

    private static boolean isOfConstant(JavaConstructorCall call) {
        String method = call.getOrigin().getFullName();
        return call.getOrigin().getName().equals("<clinit>")
                || method.equals("io.cradle.rollup.settle.StateDescriptors.bytes(java.lang.String)");
    }

    private static List<StateDescriptor<?, ?>> descriptors() throws ReflectiveOperationException {
        List<StateDescriptor<?, ?>> descriptors = new ArrayList<>();
        for (var type : JOB) {
            for (JavaField declared : type.getFields()) {
                if (declared.getRawType().isAssignableTo(StateDescriptor.class)) {
                    Field field = declared.reflect();
                    field.setAccessible(true);
                    descriptors.add((StateDescriptor<?, ?>) field.get(null));
                }
            }
        }
        return descriptors;
    }
}
