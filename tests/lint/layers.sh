#!/bin/sh
# Which folder of src/ includes which, and that each foreign header has one
# home.  The table is the one of src/HACKING.  Argument: the tree to read.
set -u
cd "${1:-${top_srcdir:-.}}" || exit 1
LC_ALL=C
export LC_ALL

list=$(find src -name '*.[ch]' | sort)
[ -n "$list" ] || { echo "no sources to read"; exit 1; }
# shellcheck disable=SC2086
awk '
BEGIN {
	may["base"] = ""
	may["model"] = "base"
	may["core"] = "base model"
	may["store"] = "base model core"
	may["exchange"] = "base model core"
	may["report"] = "base model core"
	may["tui"] = "base model core"
	may["cli"] = "base report"
	may["cmd"] = "base model core store exchange report cli"
	home["yaml.h"] = "yaml"
	home["sqlite3.h"] = "sqlite"
	home["curses.h"] = home["ncurses.h"] = "curses"
	home["panel.h"] = home["form.h"] = "curses"
	home["xlsxwriter.h"] = "xlsxwriter"
	home["expat.h"] = "expat"
	home["minizip/unzip.h"] = "minizip"
	home["openssl/evp.h"] = "openssl"
}

function fault(text)
{
	printf "%s:%d: %s\n", FILENAME, FNR, text
	faults++
}

FNR == 1 {
	depth = split(FILENAME, part, "/")
	layer = depth == 2 ? "main" : part[2]
	if (depth > 3 || (layer != "main" && !(layer in may)))
		fault("no such layer")
}

# Ours, and never by a path that leaves its folder.
/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, quoted, "\"")
	parts = split(quoted[2], word, "/")
	if (layer == "main" && parts == 1)
		next
	if (parts != 2) {
		fault("\"" quoted[2] "\" should name its layer")
		next
	}
	if (layer == "main" || word[1] == layer)
		next
	if (index(" " may[layer] " ", " " word[1] " ") == 0)
		fault(layer " may not include \"" quoted[2] "\"")
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	name = $0
	sub(/^[^<]*</, "", name)
	sub(/>.*/, "", name)
	sub(/^ncursesw?\//, "", name)
	if (!(name in home))
		next
	if (!(home[name] in found))
		found[home[name]] = FILENAME
	else if (found[home[name]] != FILENAME)
		fault("<" name "> belongs to " found[home[name]] " alone")
}

END { exit faults > 0 }' $list
