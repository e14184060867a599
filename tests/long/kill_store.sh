#!/bin/sh
# 200 kills at random moments lose no score that was answered.
exec "$top_builddir/tests/long/kill_store"
