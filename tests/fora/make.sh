#!/bin/sh
# make.sh TREE FILE: the invented model of made.tsv beside this script, once as
# the tree of files that coArchi keeps and once as an exchange file.
set -eu
LC_ALL=C
export LC_ALL
tree=$1
file=$2

awk -F '\t' -v tree="$tree" -v file="$file" '
function escaped(text)
{
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	gsub(/"/, "\\&quot;", text)
	gsub(/\\n/, "\\&#xA;", text)
	return text
}

function prefixed(id) { return id ~ /^id-/ ? id : "id-" id }

# A folder is made once, with the file that says what it is called.
function folder(path,    part, n, i, dir)
{
	n = split(path, part, "/")
	dir = tree "/model"
	for (i = 1; i <= n; i++) {
		if (!((dir, part[i]) in number))
			number[dir, part[i]] = ++folders
		dir = dir "/id-folder" number[dir, part[i]]
		if (dir in made)
			continue
		made[dir] = 1
		system("mkdir -p \"" dir "\"")
		print "<archimate:Folder xmlns:archimate=\"" archi "\" name=\"" \
			escaped(part[i]) "\" id=\"f" number[dir] "\"/>" > (dir "/folder.xml")
		close(dir "/folder.xml")
	}
	return dir
}

function property(key, value)
{
	if (value == "")
		return
	tree_properties = tree_properties "<properties key=\"" key \
		"\" value=\"" escaped(value) "\"/>\n"
	if (!(key in definition)) {
		definition[key] = "propid-" ++definitions
		definition_list = definition_list \
			"<propertyDefinition identifier=\"" definition[key] \
			"\" type=\"string\"><name>" key \
			"</name></propertyDefinition>\n"
	}
	file_properties = file_properties \
		"<property propertyDefinitionRef=\"" definition[key] \
		"\"><value xml:lang=\"nl\">" escaped(value) "</value></property>\n"
}

BEGIN {
	archi = "http://www.archimatetool.com/archimate"
	xsi = "http://www.w3.org/2001/XMLSchema-instance"
	system("mkdir -p \"" tree "/model/diagrams\"")
	print "<archimate:ArchimateModel xmlns:archimate=\"" archi \
		"\" name=\"Invented\" id=\"m\"/>" > (tree "/model/folder.xml")
	access["Write"] = 0; access["Read"] = 1
	access["Access"] = 2; access["ReadWrite"] = 3
}

# E id type folders name FORA-type personal a i c retention documentation
$1 == "E" {
	tree_properties = file_properties = ""
	property("SWC status", "In gebruik")
	property("FORA-type", $6)
	property("Persoonsgegevens", $7)
	property("Beschikbaarheid", $8)
	property("Integriteit", $9)
	property("Vertrouwelijkheid", $10)
	property("Bewaartermijn", $11)
	dir = folder($4)
	type[$2] = $3
	path = dir "/" $3 "_" $2 ".xml"
	printf "<archimate:%s xmlns:archimate=\"%s\" name=\"%s\" id=\"%s\"" \
		" documentation=\"%s\">\n%s</archimate:%s>\n", $3, archi, \
		escaped($5), $2, escaped($12), tree_properties, $3 > path
	close(path)
	elements = elements "<element identifier=\"" prefixed($2) \
		"\" xsi:type=\"" ($3 == "Junction" ? "AndJunction" : $3) \
		"\">\n<name xml:lang=\"nl\">" escaped($5) "</name>\n" \
		($12 == "" ? "" : "<documentation xml:lang=\"nl\">" \
		escaped($12) "</documentation>\n") \
		"<properties>\n" file_properties "</properties>\n</element>\n"
	if (!($4 in items))
		order[++orders] = $4
	items[$4] = items[$4] "<item identifierRef=\"" prefixed($2) "\"/>\n"
}

# R id type source target access
$1 == "R" {
	system("mkdir -p \"" tree "/model/relations\"")
	path = tree "/model/relations/" $3 "Relationship_" $2 ".xml"
	printf "<archimate:%sRelationship xmlns:xsi=\"%s\" " \
		"xmlns:archimate=\"%s\" id=\"%s\"%s>\n" \
		"<source xsi:type=\"archimate:X\" href=\"../../X_%s.xml#%s\"/>\n" \
		"<target xsi:type=\"archimate:X\" href=\"X_%s.xml#%s\"/>\n" \
		"</archimate:%sRelationship>\n", $3, xsi, archi, $2, \
		access[$6] ? " accessType=\"" access[$6] "\"" : "", \
		$4, $4, $5, $5, $3 > path
	close(path)
	relations = relations "<relationship identifier=\"" prefixed($2) \
		"\" source=\"" prefixed($4) "\" target=\"" prefixed($5) \
		"\" xsi:type=\"" $3 "\"" \
		($6 == "" ? "" : " accessType=\"" $6 "\"") "/>\n"
}

# B depth element: the boxes of the figure, each in the last one less deep
$1 == "B" {
	for (; open >= $2; open--) {
		tree_boxes = tree_boxes "</children>\n"
		file_boxes = file_boxes "</node>\n"
	}
	open++
	box++
	tree_boxes = tree_boxes "<children xsi:type=\"archimate:O\" id=\"b" \
		box "\" type=\"1\">\n" ($3 == "" ? "" : \
		"<archimateElement xsi:type=\"archimate:X\" href=\"X_" $3 \
		".xml#" $3 "\"/>\n")
	file_boxes = file_boxes "<node identifier=\"id-b" box "\"" \
		($3 == "" ? "" : " elementRef=\"" prefixed($3) "\"") \
		" xsi:type=\"" ($3 == "" ? "Container" : "Element") \
		"\" x=\"0\" y=\"0\" w=\"1\" h=\"1\">\n"
}

END {
	for (; open; open--) {
		tree_boxes = tree_boxes "</children>\n"
		file_boxes = file_boxes "</node>\n"
	}
	figure = "a2ee7129-af79-4532-a749-a22820c9f2b1"
	for (i = 1; i <= 2; i++) {
		# The other figure is never read, or it would be a fault.
		path = tree "/model/diagrams/ArchimateDiagramModel_" \
			(i == 1 ? figure : "other") ".xml"
		printf "<archimate:ArchimateDiagramModel xmlns:xsi=\"%s\" " \
			"xmlns:archimate=\"%s\" name=\"F\" id=\"%s\">\n%s%s", \
			xsi, archi, figure, tree_boxes, i == 1 ? \
			"</archimate:ArchimateDiagramModel>\n" : "" > path
		close(path)
	}
	print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" > file
	print "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\"" \
		" xmlns:xsi=\"" xsi "\" identifier=\"id-m\">" > file
	print "<name xml:lang=\"nl\">Invented</name>" > file
	print "<elements>\n" elements "</elements>" > file
	print "<relationships>\n" relations "</relationships>" > file
	print "<organizations>" > file
	for (i = 1; i <= orders; i++) {
		n = split(order[i], part, "/")
		for (j = 1; j <= n; j++)
			print "<item><label xml:lang=\"nl\">" \
				escaped(part[j]) "</label>" > file
		printf "%s", items[order[i]] > file
		for (j = 1; j <= n; j++)
			print "</item>" > file
	}
	print "</organizations>" > file
	print "<propertyDefinitions>\n" definition_list \
		"</propertyDefinitions>" > file
	print "<views><diagrams><view identifier=\"id-" figure \
		"\" xsi:type=\"Diagram\"><name xml:lang=\"nl\">F</name>\n" \
		file_boxes "</view></diagrams></views>\n</model>" > file
}' "${0%/*}/made.tsv"
