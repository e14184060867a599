#!/bin/sh
# po/content holds every text of the framework files, every sentence on the
# reference model and no other, and the places that translators see are the right ones.
set -u
LC_ALL=C.UTF-8
export LC_ALL
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
faults=0

cp -r "$top_srcdir/norms" "$top_srcdir/fora-model" "$work/" &&
	cd "$work" || exit 1
chmod -R u+w norms fora-model
"$top_builddir/ibp-extract" norms/ibp-fo/2023-04.yaml \
	norms/ibp-fo/2024-06.yaml fora-model/descriptions.yaml >all.c || exit 1
xgettext --language=C --keyword=NC_:1c,2 --from-code=UTF-8 \
	--add-comments=TRANSLATORS: -o all.pot all.c || exit 1
for catalogue in "$top_srcdir"/po/content/*.po; do
	msgcmp "$catalogue" all.pot || faults=1
	# What no norm has any more is obsolete: make update-content.
	msgcomm --unique --no-location -o extra.po \
		"$catalogue" all.pot 2>/dev/null
	if grep -q '^msgctxt' extra.po 2>/dev/null; then
		echo "$catalogue: texts that no file has"
		grep '^msgctxt' extra.po
		faults=1
	fi
done

place=$(grep -B 1 '^msgctxt "GO.01|title"' all.pot | sed -n 's/^#: .* //p')
line=$(sed -n "${place##*:}p" "${place%:*}" 2>/dev/null)
case $line in
*title:*) ;;
*)
	echo "GO.01|title is said to be at $place, which is: $line"
	faults=1
	;;
esac
exit $faults
