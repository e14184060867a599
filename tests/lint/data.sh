#!/bin/sh
# What a desktop reads is valid: menu entry, component, file type.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1

for tool in desktop-file-validate appstreamcli; do
	command -v $tool >/dev/null || { echo "$tool is not here"; exit 77; }
done
faults=0
for file in src/data/*.desktop; do
	desktop-file-validate "$file" || faults=1
done
for file in src/data/*.metainfo.xml; do
	appstreamcli validate --no-net --pedantic "$file" || faults=1
done
exit $faults
