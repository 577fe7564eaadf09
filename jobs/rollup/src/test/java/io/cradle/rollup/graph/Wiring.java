package io.cradle.rollup.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** What a graph is made of, after Flink has unfolded sources and sinks into their operators. */
final class Wiring {
    private Wiring() {}

    /** The uid of every operator that has one. */
    static Set<String> uids(StreamGraph graph) {
        Set<String> uids = new TreeSet<>();
        graph.getStreamNodes().stream()
                .filter(node -> node.getTransformationUID() != null)
                .forEach(node -> uids.add(node.getTransformationUID()));
        return uids;
    }

    /** What would make a savepoint lose state, or keep it in a form that is no contract; one sentence each. */
    static List<String> problems(StreamGraph graph) {
        List<String> problems = new ArrayList<>();
        Set<String> uids = new TreeSet<>();
        for (StreamNode node : graph.getStreamNodes()) {
            String name = "operator '" + node.getOperatorName() + "'";
            if (node.getTransformationUID() == null) {
                problems.add(name + " has no uid: a savepoint could not give its state back");
            } else if (!uids.add(node.getTransformationUID())) {
                problems.add(name + " has the uid " + node.getTransformationUID() + " of another");
            }
            types(node).forEach(type -> GenericTypes.in(type)
                    .ifPresent(path -> problems.add(name + " uses a generic type: " + path)));
        }
        return problems;
    }

    private static List<Object> types(StreamNode node) {
        List<Object> types = new ArrayList<>(Arrays.asList(node.getTypeSerializersIn()));
        types.add(node.getTypeSerializerOut());
        types.add(node.getStateKeySerializer());
        for (StreamEdge edge : node.getOutEdges()) {
            if (edge.getOutputTag() != null) {
                types.add(edge.getOutputTag().getTypeInfo());
            }
        }
        return types;
    }
}
