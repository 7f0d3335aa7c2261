#!/usr/bin/env bash
# Makes an application image with its own Java in target/dist, from what `mvn package` left in target/.
# Needs the jlink and jpackage of a JDK 25: JAVA_HOME, or the first ones on the PATH.
set -euo pipefail
cd "$(dirname "$0")/.."

tool() { if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/$1"; else echo "$1"; fi; }

[ -f target/workshop-companion.jar ] || { echo "First: mvn -q -DskipTests package" >&2; exit 2; }

rm -rf target/dist target/dist-input target/dist-runtime
mkdir -p target/dist-input
cp -r target/workshop-companion.jar target/lib target/dist-input/

# The libraries are automatic modules, which jlink cannot take: it links the JDK's own modules only.
"$(tool jlink)" --output target/dist-runtime --strip-debug --no-header-files --no-man-pages \
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.httpserver,jdk.jsobject,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs,jdk.jfr

"$(tool jpackage)" --type "${1:-app-image}" --name "Workshop Companion" --app-version 0.1.0 \
  --dest target/dist --input target/dist-input --main-jar workshop-companion.jar --main-class companion.Companion \
  --runtime-image target/dist-runtime --java-options --enable-native-access=ALL-UNNAMED

echo "target/dist:" && ls target/dist
