#!/bin/sh
# Prints the newest completed checkpoint or savepoint below the directories named; nothing where there is none. Fails
# where a directory cannot be read: starting without state because a disk is away would read the whole log again. A
# checkpoint is complete when its _metadata stands: Flink writes it last and at once.
set -eu
for directory in "$@"; do
  if ! [ -d "$directory" ] || ! [ -r "$directory" ]; then
    echo "newest-state: $directory is no directory that can be read" >&2
    exit 1
  fi
done
find "$@" -maxdepth 3 -name _metadata -printf '%T@ %h\n' | sort -n | tail -n 1 | cut -d ' ' -f 2-
