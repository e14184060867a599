#!/bin/sh
# norms --format=ciso-assistant: the same bytes in every language, with every
# norm and level text in it, and a library by our own schema.
. "$top_srcdir/tests/cli/lib.sh"

expect 0 norms --format=ciso-assistant -o nieuw.yaml
[ "$(stat -c %a nieuw.yaml)" = 600 ] || fail "mode"
for lang in nl en; do
	expect 0 --lang=$lang norms --format=ciso-assistant
	cmp -s out nieuw.yaml || fail "other bytes in $lang"
done
expect 3 norms --format=ciso-assistant -o nieuw.yaml
expect 2 norms GO.01 --format=ciso-assistant
expect 0 norms --format=ciso-assistant version=2023-04 -o oud.yaml

# A board gets the version it is on, and never the texts it imported.
expect 0 init board=Linde sector=po version=2023-04
expect 0 norms --format=ciso-assistant
cmp -s out oud.yaml || fail "not the version of the board"
printf 'code,title\nGO.01,Geheime titel\n' >texts.csv
expect 0 texts import texts.csv
expect 0 norms --format=ciso-assistant
cmp -s out oud.yaml || fail "an imported text went along"

python=
for python in python3 /usr/bin/python3; do
	"$python" -c 'import jsonschema, yaml' 2>/dev/null && break
	python=
done
if [ -z "$python" ]; then
	lacks "jsonschema and yaml for python3"
	finish
fi
rm school.ibp
for pair in nieuw:2024-06:"94 470" oud:2023-04:"69 69"; do
	name=${pair%%:*}
	rest=${pair#*:}
	for lang in nl en; do
		scan --lang=$lang norms --json version="${rest%%:*}" \
			>$lang.json || fail "norms of $name"
	done
	"$python" "$top_srcdir/tests/cli/ciso.py" \
		"$top_srcdir/tests/cli/ciso-assistant.schema.json" \
		"$name.yaml" nl.json en.json >out 2>&1 ||
		fail "$name: $(tail -3 out)"
	[ "$(cat out)" = "${rest#*:}" ] || fail "$name: $(cat out)"
done
finish
