#!/bin/sh
# Starts the storefront; Ctrl-C ends it. Needs Java 17 or later.
cd "$(dirname "$0")" || exit 1
if [ ! -f rialto-node.jar ]; then
  echo "Put rialto-node.jar beside this file first; the mall's operator hands it out." >&2
  exit 1
fi
exec java -jar rialto-node.jar node.properties
