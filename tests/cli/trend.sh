#!/bin/sh
# trend: all assessments of a file, and where the yardstick changed.
. "$top_srcdir/tests/cli/lib.sh"

does -q init board=Linde sector=po version=2023-04
expect 0 trend
says "a trend needs a second one"
does -q set GO.01 score=1
does -q set GO.02 score=2
does -q set OR.01 score=4
expect 0 trend --json
json_is schema ibp-tools/trend/1
json_is assessments/# 1
json_is trend/0/averages/0 2.33
json_is trend/0/code null

IBP_NOW=2027-01-01T00:00:00Z does -q upgrade --to=2024-06 Nieuw
IBP_NOW=2027-02-01T00:00:00Z does -q assessment new Later --copy=Nieuw
does -q -a Later set GO.01 score=3
does -q -a Later set GO.02 score=na reason=x
# Of the privacy part, which the old edition does not have.
does -q -a Later set PR.01 score=5

expect 0 trend --json
json_is assessments/# 3
json_is assessments/0/yardstick_changed false
json_is assessments/1/yardstick_changed true
json_is assessments/2/yardstick_changed false
json_is assessments/1/version 2024-06
# All norms: 1 2 4; the same; 3 4 5.
json_is trend/0/averages/0 2.33
json_is trend/0/averages/1 2.33
json_is trend/0/averages/2 4.00
# Scored in all three, and in all editions: GO.01 and OR.01.
json_is trend/0/comparable 2
json_is trend/0/comparable_averages/0 2.50
json_is trend/0/comparable_averages/2 3.50
json_is trend/1/code GO
json_is trend/1/averages/0 1.50
json_is trend/1/averages/2 3.00
json_is trend/1/comparable 1
json_is trend/1/comparable_averages/0 1.00
expect 0 trend
says "Behind a | the norms are others"
says "| 2.33 ="
says "4.00 ↑"
says "Only the norms that stand in all of them"
expect 0 --lang=nl trend
says "4,00 ↑"
expect 2 trend 2026
finish
