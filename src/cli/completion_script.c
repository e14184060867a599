/* The lines that make a shell ask the tool what may follow. */
#include "cli/completion.h"

#include <string.h>

#include "base/i18n.h"

/* TOOL stands for its name, FUNCTION for the name as that of a function. */

/* clang-format off */

/* Bash takes "--file=x" apart at the "=", and wants only the last part. */
static const char bash_script[] =
	"# Completion of TOOL for bash, made by TOOL --completion=bash\n"
	"FUNCTION_norms() # COLUMN of the norms, whose codes have a point\n"
	"{\n"
	"	\"${COMP_WORDS[0]}\" norms --plain 2>/dev/null |\n"
	"		grep '^[A-Z0-9]*\\.' | cut -f\"$1\" | sort -u\n"
	"}\n"
	"FUNCTION()\n"
	"{\n"
	"	local current=${COMP_WORDS[COMP_CWORD]} word prefix\n"
	"	local -a words=() found=()\n"
	"	for word in \"${COMP_WORDS[@]:1:COMP_CWORD}\"; do\n"
	"		if [[ ${#words[@]} -gt 0 && ( $word == = ||\n"
	"			${words[-1]} == *= ) ]]; then\n"
	"			words[-1]+=$word\n"
	"		else\n"
	"			words+=(\"$word\")\n"
	"		fi\n"
	"	done\n"
	"	[[ $current != = ]] || current=\n"
	"	prefix=${words[-1]%\"$current\"}\n"
	"	COMPREPLY=()\n"
	"	mapfile -t found < <(\"${COMP_WORDS[0]}\" --completion=words \\\n"
	"		-- \"${words[@]}\" 2>/dev/null | cut -f1)\n"
	"	for word in \"${found[@]}\"; do\n"
	"		case $word in\n"
	"		:files)\n"
	"			compopt -o filenames\n"
	"			mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(\n"
	"				compgen -f -- \"$current\")\n"
	"			;;\n"
	"		:codes)\n"
	"			mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(\n"
	"				compgen -W \"$(FUNCTION_norms 1)\" \\\n"
	"				-- \"$current\")\n"
	"			;;\n"
	"		:domains)\n"
	"			word=domain=\n"
	"			if [[ ${words[-1]} == *domain=* ]]; then\n"
	"				word=$(FUNCTION_norms 3)\n"
	"			else\n"
	"				compopt -o nospace\n"
	"			fi\n"
	"			mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(\n"
	"				compgen -W \"$word\" -- \"$current\")\n"
	"			;;\n"
	"		\"${words[-1]}\"*)\n"
	"			[[ $word != *= ]] || compopt -o nospace\n"
	"			COMPREPLY+=(\"${word#\"$prefix\"}\")\n"
	"			;;\n"
	"		esac\n"
	"	done\n"
	"}\n"
	"complete -F FUNCTION TOOL\n";

static const char zsh_script[] =
	"#compdef TOOL\n"
	"# Completion of TOOL for zsh, made by TOOL --completion=zsh\n"
	"FUNCTION_norms() # COLUMN of the norms, whose codes have a point\n"
	"{\n"
	"	${words[1]} norms --plain 2>/dev/null |\n"
	"		grep '^[A-Z0-9]*\\.' | cut -f$1 | sort -u\n"
	"}\n"
	"FUNCTION()\n"
	"{\n"
	"	local line word help tab=$'\\t'\n"
	"	local -a found shown open open_shown\n"
	"	for line in ${(f)\"$(${words[1]} --completion=words -- \\\n"
	"		${(q@)words[2,CURRENT]} 2>/dev/null)\"}; do\n"
	"		word=${line%%$tab*}\n"
	"		help=${line#*$tab}\n"
	"		case $word in\n"
	"		:files) compset -P '--*='; _files ;;\n"
	"		:codes) compadd -- ${(f)\"$(FUNCTION_norms 1)\"} ;;\n"
	"		:domains)\n"
	"			compset -P '--filter='\n"
	"			if compset -P 'domain='; then\n"
	"				compadd -- ${(f)\"$(FUNCTION_norms 3)\"}\n"
	"			else\n"
	"				compadd -S '' -- domain=\n"
	"			fi ;;\n"
	"		*=) open+=(\"$word\"); open_shown+=(\"$word  $help\") ;;\n"
	"		*) found+=(\"$word\"); shown+=(\"$word  $help\") ;;\n"
	"		esac\n"
	"	done\n"
	"	compadd -l -d shown -- $found\n"
	"	compadd -l -S '' -d open_shown -- $open\n"
	"}\n"
	"FUNCTION \"$@\"\n";

static const char fish_script[] =
	"# Completion of TOOL for fish, made by TOOL --completion=fish\n"
	"function FUNCTION_norms # of TOOL, this COLUMN\n"
	"	$argv[1] norms --plain 2>/dev/null |\n"
	"		grep '^[A-Z0-9]*\\.' | cut -f$argv[2] | sort -u\n"
	"end\n"
	"function FUNCTION\n"
	"	set -l words (commandline -opc)\n"
	"	set -l current (commandline -ct)\n"
	"	for line in ($words[1] --completion=words -- \\\n"
	"		$words[2..-1] \"$current\" 2>/dev/null)\n"
	"		switch $line\n"
	"		case :files\n"
	"			set -l parts (string match -r '^(--[a-z-]+=)(.*)' \\\n"
	"				-- $current)\n"
	"			if set -q parts[2]\n"
	"				__fish_complete_path $parts[3] | \\\n"
	"					string replace -r -- '^' $parts[2]\n"
	"			else\n"
	"				__fish_complete_path $current\n"
	"			end\n"
	"		case :codes\n"
	"			FUNCTION_norms $words[1] 1\n"
	"		case :domains\n"
	"			set -l filter (string match -r '^--filter=' \\\n"
	"				-- $current)\n"
	"			for domain in (FUNCTION_norms $words[1] 3)\n"
	"				echo \"$filter\"domain=$domain\n"
	"			end\n"
	"		case '*'\n"
	"			echo $line\n"
	"		end\n"
	"	end\n"
	"end\n"
	"complete -c TOOL -f -a '(FUNCTION)'\n";

/* clang-format on */

static const struct {
	const char *shell;
	const char *script;
} scripts[] = {
	{"bash", bash_script},
	{"zsh", zsh_script},
	{"fish", fish_script},
};

static void add_function(struct ibp_buf *out, const char *tool)
{
	ibp_buf_add_char(out, '_');
	for (; *tool; tool++)
		ibp_buf_add_char(out, *tool == '-' ? '_' : *tool);
}

enum ibp_status ibp_completion_add_script(const struct ibp_tool *tool,
					  const char *shell,
					  struct ibp_buf *out,
					  struct ibp_error *err)
{
	const char *at = NULL;

	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		if (strcmp(scripts[i].shell, shell) == 0)
			at = scripts[i].script;
	if (!at)
		return ibp_error_set(err, IBP_USAGE,
				     _("There is no completion for `%s`: "
				       "choose bash, zsh or fish."),
				     shell);
	while (*at) {
		if (strncmp(at, "TOOL", 4) == 0) {
			ibp_buf_add(out, tool->name);
			at += 4;
		} else if (strncmp(at, "FUNCTION", 8) == 0) {
			add_function(out, tool->name);
			at += 8;
		} else {
			ibp_buf_add_char(out, *at++);
		}
	}
	return IBP_OK;
}
