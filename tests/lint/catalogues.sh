#!/bin/sh
# Catalogues are whole: msgfmt has no objection, nothing is fuzzy, nothing is
# missing, and every sentence of the sources stands in them.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C.UTF-8
export LC_ALL

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
faults=0
fault()
{
	echo "$*"
	faults=1
}

# The same options as make uses in po/.
# shellcheck disable=SC2016
printf 'words:\n\t@echo "$(XGETTEXT_OPTIONS)"\n' |
	cat po/Makevars - >"$work/words.mk"
words()
{
	# shellcheck disable=SC2046
	xgettext $(MAKEFLAGS='' make -s -f "$work/words.mk" words) "$@"
}

# Every file with words for people is in POTFILES.in, and is there.
grep -v '^#' po/POTFILES.in | sort >"$work/listed"
for file in $(find src -name '*.c' | sort); do
	grep -qx "$file" "$work/listed" && continue
	words -o - "$file" 2>/dev/null | grep -q . &&
		fault "$file: not in po/POTFILES.in"
done
while read -r file; do
	[ -z "$file" ] || [ -f "$file" ] ||
		fault "po/POTFILES.in: $file does not exist"
done <"$work/listed"

words --files-from=po/POTFILES.in \
	--package-name=ibp-tools -o "$work/all.pot" 2>"$work/said" ||
	fault "xgettext failed"
grep -v 'msgid-bugs-address\|MSGID_BUGS\|Makevars\|the variable' "$work/said"
[ -f "$work/all.pot" ] || fault "no sentences in the sources"

whole() # CATALOGUE
{
	msgfmt -c -o /dev/null "$1" || faults=1
	msgattrib --only-fuzzy --no-obsolete "$1" | grep -A3 '^msgid' &&
		fault "$1: fuzzy entries"
	msgattrib --untranslated --no-obsolete "$1" | grep -A3 '^msgid' &&
		fault "$1: entries without a translation"
}

while read -r lang; do
	whole "po/$lang.po"
	[ ! -f "$work/all.pot" ] || msgcmp "po/$lang.po" "$work/all.pot" ||
		fault "po/$lang.po: sentences of the sources are missing"
done <po/LINGUAS
for catalogue in po/content/*.po; do
	[ -f "$catalogue" ] || { fault "po/content is empty"; continue; }
	whole "$catalogue"
done
exit $faults
