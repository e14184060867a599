#!/bin/sh
# The editions in fora-model are what an import of the publisher's own files
# gives.  Those files are not ours to pass on: the test looks for them in
# $IBP_SHARED, or in a folder beside the sources.
. "$top_srcdir/tests/cli/lib.sh"

shared=${IBP_SHARED:-$top_srcdir/../shared}/facts/fora
[ -d "$shared" ] || {
	echo "$shared is not here"
	exit 77
}

real() # VERSION COMMIT
{
	tar -xJf "$shared/coarchi-$1.tar.xz" || fail "no archive of $1"
	"$top_builddir/fora-map" -q model import "fora-$1" version="$1" \
		commit="$2" source=https://github.com/kennisnet/fora \
		-o "$1.yaml" || fail "import of $1"
	same "$1.yaml" "$top_srcdir/fora-model/fora/$1.yaml"
}

real 2024-02-29 ebf26f6f
real 2025-02-28 d7b23252

# An independent reading of the newest: every id and name, every relation.
ids()
{
	sed 's/^id-//; s/-//g'
}
tail -n +2 "$shared/elements.tsv" | cut -f1 | ids | sort >expected
sed -n 's/^- {id: \([^,]*\), type.*/\1/p' 2025-02-28.yaml | ids | sort >found
same expected found
tail -n +2 "$shared/relations.tsv" | awk -F '\t' '{
	gsub(/^id-|-/, "", $3)
	gsub(/^id-|-/, "", $6)
	print $2, $3, $6, $9
}' | sort >expected
sed -n 's/^- {type: \([a-z]*\), source: \([^,]*\), target: \([^,}]*\)\(, access: \([a-z]*\)\)*}/\1 \2 \3 \5/p' \
	2025-02-28.yaml | sed 's/id-//g; s/-//g' | sort >found
same expected found
finish
