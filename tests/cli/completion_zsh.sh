#!/bin/sh
# Zsh takes the file that is installed for it.
set -u
command -v zsh >/dev/null || { echo "zsh is not here"; exit 77; }
zsh -n "$top_builddir/completion/zsh/_ibp-scan"
