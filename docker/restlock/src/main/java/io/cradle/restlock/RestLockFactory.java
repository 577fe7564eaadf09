package io.cradle.restlock;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.Channel;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInitializer;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelPipeline;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;
import org.apache.flink.util.ConfigurationException;

/**
 * Locks Flink's HTTP interface. Flink looks for implementations on its class path when it opens that interface, and asks
 * for a handler for every connection.
 */
public final class RestLockFactory implements InboundChannelHandlerFactory {
    /** Which acts are let through: names of {@link Act}, none for reads only. */
    static final ConfigOption<List<Act>> ALLOW = ConfigOptions.key("cradle.rest.allow")
            .enumType(Act.class)
            .asList()
            .defaultValues(Act.STOP, Act.SAVEPOINT, Act.CHECKPOINT);

    /** Before whatever else there may be on the class path. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    /**
     * The lock of one connection.
     *
     * @throws ConfigurationException if {@code cradle.rest.allow} names no act; Flink then closes the connection
     */
    @Override
    public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> responseHeaders)
            throws ConfigurationException {
        AllowedRequests allowed = new AllowedRequests(acts(configuration));
        return Optional.of(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                ChannelPipeline pipeline = channel.pipeline();
                // Flink has this one added behind its own readers of bodies. Without a codec in front of them this
                // fails,
                // which closes the connection.
                pipeline.addAfter(pipeline.context(HttpServerCodec.class).name(), null, new RestLock(allowed));
                pipeline.addAfter(pipeline.context(this).name(), null, new DrainLock());
            }
        });
    }

    private static Set<Act> acts(Configuration configuration) throws ConfigurationException {
        try {
            Set<Act> acts = EnumSet.noneOf(Act.class);
            acts.addAll(configuration.get(ALLOW));
            return acts;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    ALLOW.key() + " must list some of " + EnumSet.allOf(Act.class) + ", or be empty", e);
        }
    }
}
