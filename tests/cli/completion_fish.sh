#!/bin/sh
# Fish takes the file that is installed for it, and completes with it.
set -u
command -v fish >/dev/null || { echo "fish is not here"; exit 77; }
cd "$top_builddir" || exit 1
PATH=$PWD:$PATH
HOME=$(mktemp -d) || exit 1
export PATH HOME
trap 'rm -rf "$HOME"' EXIT
faults=0

fish -n completion/fish/ibp-scan.fish || faults=1

is() # EXPECTED LINE
{
	got=$(fish --no-config -c "source completion/fish/ibp-scan.fish
		complete -C '$2'" | cut -f1 | tr '\n' ' ')
	[ "${got%" "}" = "$1" ] || {
		echo "$2: $got, not $1"
		faults=1
	}
}

is status 'ibp-scan sta'
is '--json' 'ibp-scan list --js'
is 'GO.01 GO.02 GO.03 GO.04 GO.05' 'ibp-scan show GO'
is 'domain=HR' 'ibp-scan list --filter domain=H'
is '--filter=domain=HR' 'ibp-scan list --filter=domain=H'
exit $faults
