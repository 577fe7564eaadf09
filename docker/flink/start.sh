#!/bin/sh
# Entry point of the image: jobmanager [-D key=value …], taskmanager [-D key=value …], or whatever Flink's own entry
# point takes, which is how the Flink Kubernetes Operator starts it.
set -eu

state=/var/lib/cradle
settings=${CRADLE_SETTINGS:-/etc/cradle/rollup.properties}

case "${1:-}" in
  jobmanager)
    shift
    # Whatever ended the one before, the job goes on from the newest state; without any, from the beginning of the log.
    newest=$(sh /opt/flink/conf/newest-state.sh "$state/checkpoints" "$state/savepoints")
    exec /docker-entrypoint.sh standalone-job --job-classname io.cradle.rollup.RollupJob \
      ${newest:+--fromSavepoint "$newest"} "$@" -- --config "$settings"
    ;;
  *)
    exec /docker-entrypoint.sh "$@"
    ;;
esac
