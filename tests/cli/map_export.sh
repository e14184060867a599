#!/bin/sh
# fora-map export as pictures: names that look like markup stay names, nobody
# is named who need not be, and other programs can read it.
. "$top_srcdir/tests/cli/lib.sh"
new_board
does -q school add "De Waterlelie"

scan()
{
	"$top_builddir/fora-map" "$@"
}

# shellcheck disable=SC2016
evil='"]; <b>&amp;#35; \ `x` -->|y| %% {z} é'
expect 0 -q app add "$evil" owner="J. Jansen" note="Bel Jansen" status=in-use
expect 0 -q app add Gewoon status=planned
expect 0 -q app add Vroeger status=out
expect 0 -q link 1 component:Toetssysteem
expect 0 -q link Gewoon component:Toetssysteem kind=planned
expect 0 -q link Vroeger component:Agendasysteem
expect 0 -q couple 1 Gewoon 'data=punten "en" <meer>' standard=UWLR \
	direction=both
expect 0 -q exclude function:Archivering 'reason=doet het "archief"'

for form in svg dot mermaid; do
	expect 0 export --format=$form
	hides Jansen
	cp out all.$form
	hides Vroeger
	expect 0 export --format=$form
	same out all.$form
done

# shellcheck disable=SC2016
has all.svg '&quot;]; &lt;b&gt;&amp;amp;#35; \ `x` --&gt;|y| %% {z} é'
has all.svg 'width="420mm" height="297mm"'
has all.svg '>not for us<'
has all.svg 'made with ibp-tools'
has all.svg '>2026-11-23. By the functions of FORA'
has all.svg 'Gewoon (planned)'
hasnt all.svg '<script'
# shellcheck disable=SC2016
has all.dot 'a1 [label="\"]; <b>&amp;#35; \\ `x` -->|y| %% {z} é", '
has all.dot 'a1 -> a2 [style=dashed, dir=both, label="punten \"en\" <meer> (UWLR)"];'
# shellcheck disable=SC2016
has all.mermaid 'a1["#34;]#59; #60;b#62;#38;amp#59;#35;35#59; #92; #96;x#96; --#62;|y| %% {z} é"]:::application'
has all.mermaid 'a2 -.-o e'

# What others make of it.
if command -v xmllint >/dev/null; then
	xmllint --noout all.svg || fail "all.svg is not well-formed"
else
	lacks xmllint
fi
if command -v dot >/dev/null; then
	dot -Tplain all.dot >drawn 2>err || fail "all.dot: $(cat err)"
	grep -q '^node a2 .* Gewoon dashed' drawn || fail "a2 is not drawn"
else
	lacks dot
fi

# The end of the name says the form; only the owner can read the file.
for name in l.svg l.dot l.gv l.mmd l.json l.csv; do
	expect 0 -q export -o $name
	[ "$(stat -c %a $name)" = 600 ] || fail "$name can be read by others"
	expect 3 export -o $name
	tells "exists already"
	expect 0 -q export -o $name --force
done
same l.svg all.svg
same l.gv all.dot
same l.mmd all.mermaid
expect 0 export -o - --format=svg
same out all.svg
expect 3 export -o nowhere/l.svg

# An empty landscape is a picture as well.
rm school.ibp
"$top_builddir/ibp-scan" -q init board="Leeg" sector=po || fail "init"
for form in svg dot mermaid; do
	expect 0 export --format=$form
done
finish
