#!/bin/sh
# Every program has a manual page, mandoc and groff find nothing to warn
# about, and the pages in other languages are whole.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C.UTF-8
export LC_ALL

for tool in mandoc groff po4a; do
	command -v $tool >/dev/null || { echo "$tool is not here"; exit 77; }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
faults=0
for main in src/ibp-scan.c src/fora-map.c src/ibp-report.c src/ibp-monitor.c; do
	[ -f "$main" ] || continue
	page=man/$(basename "$main" .c).1
	[ -f "$page" ] || { echo "$page is missing"; faults=1; }
done

read_pages() # PAGE...
{
	mandoc -T lint -W warning "$@" || faults=1
	for page in "$@"; do
		groff -ww -k -mandoc -Tutf8 -z "$page" 2>"$work/said"
		[ ! -s "$work/said" ] || { cat "$work/said"; faults=1; }
	done
}

list=$(find man -maxdepth 1 -name '*.[1-9]' 2>/dev/null)
[ -n "$list" ] || { echo "no pages to read"; exit 1; }
# shellcheck disable=SC2086
read_pages $list

# What po4a would make of them now; make does the same.
translated()
{
	mkdir -p "$work/tree/man" && cp -r man/po man/po4a.cfg man/*.[1-9] \
		"$work/tree/man/" || return 1
	cd "$work/tree" || return 1
	chmod -R u+w .
	po4a --quiet --no-backups man/po4a.cfg || return 1
	for catalogue in man/po/*.po; do
		msgfmt -c -o "$work/mo" "$catalogue" || faults=1
		for kind in --untranslated --only-fuzzy; do
			msgattrib $kind --no-obsolete "$catalogue" |
				grep -A 3 '^msgid' && faults=1
		done
	done
	for page in man/*/man*/*.[1-9]; do
		sed -i -E '/^[.]/!s/([.:;?])  +/\1\n/g' "$page"
		read_pages "$page"
	done
}

if [ -f man/po4a.cfg ]; then
	translated || faults=1
fi
exit $faults
