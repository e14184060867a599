#!/bin/sh
# One message of the pseudo-language en_XA: msgfilter runs this per message.
# Longer, with accents and in brackets, so that a screen shows at a glance
# what is not translated, what is cut and what is not aligned.
cat >/dev/null
case ${MSGFILTER_MSGCTXT-} in
'date order' | 'decimal point')
	printf '%s' "$MSGFILTER_MSGID"
	exit
	;;
esac
text=$MSGFILTER_MSGID
[ "${MSGFILTER_PLURAL_FORM:-0}" = 0 ] || text=$MSGFILTER_MSGID_PLURAL
# A newline at the end stays there; directives stay what they are.
printf '%s\n' "$text" | LC_ALL=C.UTF-8 sed -E '
	s/^/[¡/
	y/aeiouyAEIOUY/åëïøüýÅËÏØÜÝ/
	s/(%[0-9$*.+ #-]*(hh|h|ll|l|z|j|t)?)ü/\1u/g
	s/(%[0-9$*.+ #-]*(hh|h|ll|l|z|j|t)?)ï/\1i/g
	s/(%[0-9$*.+ #-]*(hh|h|ll|l|z|j|t)?)ø/\1o/g
	s/$/ ····!]/' | awk '{ printf "%s%s", (NR > 1 ? "\n" : ""), $0 }'
