package io.cradle.restlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultHttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRequestsTest {
    private static final String JOB = "0123456789abcdef0123456789abcdef";

    private final AllowedRequests shipped = new AllowedRequests(Set.of(Act.STOP, Act.SAVEPOINT, Act.CHECKPOINT));

    /** A new version of Flink that answers to more makes this fail: look at what it adds. */
    @Test
    void ofAllThatFlinkAnswersToTheseAreRefused() {
        Set<String> refused = FlinkRoutes.all();
        refused.removeIf(this::allows);
        assertEquals(
                new TreeSet<>(Set.of(
                        "DELETE /cluster",
                        "DELETE /datasets/:datasetid",
                        "DELETE /jars/:jarid",
                        "GET /jobs/:jobid/yarn-cancel",
                        "GET /jobs/:jobid/yarn-stop",
                        "PATCH /jobs/:jobid",
                        "PATCH /jobs/:jobid/clientHeartbeat",
                        "PATCH /jobs/:jobid/rescaling",
                        "POST /applications/:applicationid/cancel",
                        "POST /jars/:jarid/plan",
                        "POST /jars/:jarid/run",
                        "POST /jars/:jarid/run-application",
                        "POST /jars/upload",
                        "POST /jobmanager/profiler",
                        "POST /jobs",
                        "POST /jobs/:jobid/coordinators/:operatorUid",
                        "POST /savepoint-disposal",
                        "POST /taskmanagers/:taskmanagerid/profiler",
                        "PUT /jobs/:jobid/resource-requirements")),
                refused);
    }

    @Test
    void whatUpgradesAndPagesNeedIsAllowed() {
        Set<String> allowed = FlinkRoutes.all();
        allowed.removeIf(route -> !allows(route) || route.startsWith("GET "));
        assertEquals(
                new TreeSet<>(Set.of(
                        "POST /jobs/:jobid/checkpoints", "POST /jobs/:jobid/savepoints", "POST /jobs/:jobid/stop")),
                allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /index.html",
                "HEAD /main.3e8a91.js",
                "OPTIONS /jobs",
                "GET /v1/jobs/JOB/vertices/cbc357ccb763df2852fee8c4fc7d55f2/subtasks/metrics?agg=sum&get=a%20b.c",
                "GET /taskmanagers/127.0.0.1:36123-5a97c4/logs/flink-root-taskexecutor-0.log.1",
                "POST /v1/jobs/JOB/stop",
                "POST /jobs/JOB/savepoints?x=y",
            })
    void allowed(String request) {
        assertTrue(shipped.allow(request(request)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /jobs/JOB?mode=cancel",
                "PATCH /v1/jobs/JOB",
                "PATCH //jobs//JOB/",
                "GET /jobs/JOB/yarn-cancel/",
                "GET //v1/jobs/JOB/yarn-cancel",
                "HEAD /jobs/JOB/yarn-stop?x",
                "GET jobs/JOB/yarn-cancel",
                // Flink decodes twice, and cuts at the question mark that comes out.
                "GET /jobs/JOB/yarn-c%61ncel",
                "GET /jobs/JOB/yarn-c%2561ncel",
                "GET /jobs/JOB/yarn-cancel%3F",
                "GET /jobs/JOB/yarn-cancel#x",
                "GET /jobs/JOB/yarn-cancel;x=y",
                "GET /jobs/JOB%2Fyarn-cancel",
                "GET http://127.0.0.1:8081/jobs/JOB/yarn-cancel",
                "POST /jobs",
                "POST /jobs?x=/jobs/JOB/stop",
                "POST /jobs/",
                "POST /jars/upload",
                "POST /jars/x/run",
                "POST /jobs/JOB/stop/",
                "POST /jobs/JOB/stop/../../../jars/upload",
                "POST /jobs/JOB%2Fstop",
                "POST /jobs//stop",
                "POST //jobs/JOB/stop",
                "POST /v2/jobs/JOB/stop",
                "post /jobs/JOB/stop",
                "PUT /jobs/JOB/stop",
                "DELETE /jobs/JOB/savepoints",
                "CONNECT /jobs",
                "TRACE /",
                "BREW /pot",
                "OPTIONS *",
            })
    void refused(String request) {
        assertFalse(shipped.allow(request(request)));
    }

    @Test
    void nothingIsUploadedUnderTheNameOfAnAct() {
        HttpRequest stop = request("POST /jobs/JOB/stop");
        stop.headers().set(HttpHeaderNames.CONTENT_TYPE, "multipart/form-data; boundary=x");
        assertFalse(shipped.allow(stop));
    }

    @Test
    void eachActIsAllowedByItsNameAlone() {
        for (Act act : Act.values()) {
            AllowedRequests only = new AllowedRequests(Set.of(act));
            assertEquals(
                    1,
                    Stream.of(
                                    "POST /jobs/JOB/stop",
                                    "POST /jobs/JOB/savepoints",
                                    "POST /jobs/JOB/checkpoints",
                                    "PATCH /jobs/JOB",
                                    "POST /savepoint-disposal")
                            .filter(request -> only.allow(request(request)))
                            .count(),
                    act.toString());
        }
    }

    private boolean allows(String route) {
        return shipped.allow(request(route.replace(":jobid", "JOB").replaceAll(":[\\w*]+", "some")));
    }

    private static HttpRequest request(String line) {
        String[] words = line.replace("JOB", JOB).split(" ");
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(words[0]), words[1]);
    }
}
