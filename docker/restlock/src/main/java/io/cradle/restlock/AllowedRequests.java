package io.cradle.restlock;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;

/**
 * The requests that Flink gets to see: reads, and the acts that are allowed. Whatever is not known here is refused, so that
 * what a later Flink adds stays closed until somebody looked at it.
 *
 * @param acts that are allowed
 */
record AllowedRequests(Set<Act> acts) {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /**
     * No escapes, no characters with a meaning of their own: Flink decodes a path twice, cuts it at a question mark that
     * only then appears, and drops slashes around it. None of Flink's own addresses need any of it.
     */
    private static final Pattern PLAIN_PATH = Pattern.compile("/[A-Za-z0-9/._~:@$,=-]*");

    /** YARN's proxy passes on nothing but GET, so Flink ends jobs on these. */
    private static final Set<String> ACTS_ON_GET = Set.of("yarn-cancel", "yarn-stop");

    AllowedRequests {
        acts = Set.copyOf(acts);
    }

    boolean allow(HttpRequest request) {
        String path = path(request.uri());
        return isRead(request.method(), path) || isAct(request, path);
    }

    private static boolean isRead(HttpMethod method, String path) {
        return READS.contains(method)
                && PLAIN_PATH.matcher(path).matches()
                && List.of(path.split("/")).stream().noneMatch(ACTS_ON_GET::contains);
    }

    /** Flink writes the parts of a multipart body to disk before it asks what they are for; no act needs any. */
    private boolean isAct(HttpRequest request, String path) {
        return acts.stream().anyMatch(act -> act.is(request.method(), path))
                && !HttpPostRequestDecoder.isMultipart(request);
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
