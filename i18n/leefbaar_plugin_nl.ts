<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Leefbaarometer</name>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>  {indicator}: {value} per standard deviation; without penalty {plain} ({low} to {high})</source>
        <translation>  {indicator}: {value} per standaardafwijking; zonder krimp {plain} ({low} tot {high})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source> (estimated)</source>
        <translation> (geschat)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source> (± {error})</source>
        <translation> (± {error})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>&amp;Buffer (m)</source>
        <translation>&amp;Buffer (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>&amp;Level</source>
        <translation>N&amp;iveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>&amp;Rings (m)</source>
        <translation>&amp;Ringen (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>1  What</source>
        <translation>1  Wat</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>1 when the table reproduces what is published, else 0</source>
        <translation>1 als de tabel de gepubliceerde cijfers teruggeeft, anders 0</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>2  For which areas</source>
        <translation>2  Voor welke gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>3  In what</source>
        <translation>3  Waarin</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>4  Where to</source>
        <translation>4  Waarheen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>4: squares that share a side</source>
        <translation>4: vierkanten die een zijde delen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>8: squares that share a corner too</source>
        <translation>8: ook vierkanten die een hoekpunt delen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>95 % of the variants have a score from {low} to {high}</source>
        <translation>95 % van de varianten heeft een score van {low} tot {high}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>; for {reference} that is {share}.</source>
        <translation>; voor {reference} is dat {share}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>; in number {change}</source>
        <translation>; in aantal {change}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;, {theme} {since}–{year}: &lt;b&gt;{value}&lt;/b&gt;, {change_class}.&lt;br&gt;Better {better}, the same {same}, worse {worse} of the {weight} of {squares} squares with both years.</source>
        <translation>
            <numerusform>&lt;b&gt;{name}&lt;/b&gt;, {theme} {since}–{year}: &lt;b&gt;{value}&lt;/b&gt;, {change_class}.&lt;br&gt;Vooruit {better}, gelijk {same}, achteruit {worse} van de {weight} in {squares} vierkant met beide jaren.</numerusform>
            <numerusform>&lt;b&gt;{name}&lt;/b&gt;, {theme} {since}–{year}: &lt;b&gt;{value}&lt;/b&gt;, {change_class}.&lt;br&gt;Vooruit {better}, gelijk {same}, achteruit {worse} van de {weight} in {squares} vierkanten met beide jaren.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>a bound</source>
        <translation>een grens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>A change needs an earlier measurement than {year}; there is none.</source>
        <translation>Voor een verandering is een eerdere meting dan {year} nodig; die is er niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>A data pack that was made before, here or elsewhere</source>
        <translation>Een gegevenspakket dat al eerder is gemaakt, hier of elders</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_bar.py"/>
        <source>A gemeente isn't compared with itself; choose a finer map level.</source>
        <translation>Een gemeente wordt niet met zichzelf vergeleken; kies een fijner kaartniveau.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>a layer of areas</source>
        <translation>een laag met gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a list</source>
        <translation>een lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>a little above the gemeente</source>
        <translation>iets boven de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>a little below the gemeente</source>
        <translation>iets onder de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/cautions.py"/>
        <location filename="../leefbaar_plugin/analysis/glossary.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/letters.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/rule_words.py"/>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <location filename="../leefbaar_plugin/layers/styles.py"/>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <location filename="../leefbaar_plugin/pack/references/groups.py"/>
        <location filename="../leefbaar_plugin/pack/references/partitions.py"/>
        <location filename="../leefbaar_plugin/pack/references/reference_sets.py"/>
        <source>A model file lacks an entry or has a wrong one: {problem}.</source>
        <translation>In een modelbestand ontbreekt iets of staat iets verkeerd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a name, with a kind and its arguments</source>
        <translation>een naam, met een soort (kind) en de argumenten ervan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a name, with a value</source>
        <translation>een naam, met een waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a number</source>
        <translation>een getal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>a number from 1 to 9, a name, or a name with “or lower”; by default “zwak or lower”</source>
        <translation>een nummer van 1 tot en met 9, een naam, of een naam met “of lager”; standaard “zwak of lager”</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a number, or $parameter</source>
        <translation>een getal, of $parameter</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>A rank is the share of dwellings in squares with a lower or higher score. An area's mean lies nearer the middle than single squares do, so it is seldom at the very end.</source>
        <translation>Een rang is het aandeel woningen in vierkanten met een lagere of hogere score. Het gemiddelde van een gebied ligt dichter bij het midden dan losse vierkanten, dus het staat zelden helemaal aan een uiteinde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>A report, workbook, table or map of the areas, in a folder of your choice</source>
        <translation>Een rapport, werkmap, tabel of kaart van de gebieden, in een map naar keuze</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>a side</source>
        <translation>een zijde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>a side or a corner</source>
        <translation>een zijde of een hoek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/clusters.py"/>
        <source>A square has 4 or 8 neighbours, not {neighbours}.</source>
        <translation>Een vierkant heeft 4 of 8 buren, niet {neighbours}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>A square on the border counts whole when its centre lies inside, else not at all.</source>
        <translation>Een vierkant op de grens telt helemaal mee als het midden binnen het gebied ligt, en anders niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>A square that the border cuts counts for the part of the own dwellings (points) that stands inside.</source>
        <translation>Een vierkant op de grens telt voor het deel van de eigen woningen (punten) dat erbinnen staat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>A square that the border cuts counts for the share of its surface that lies inside.</source>
        <translation>Een vierkant dat door de grens wordt doorsneden, telt mee voor het deel van zijn oppervlakte dat binnen het gebied ligt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>A surrogate: it imitates the published dimensions by your figures, and is no cause of them.</source>
        <translation>Een benadering: ze bootst de gepubliceerde dimensies na met uw cijfers en is er geen oorzaak van.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/demands.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>A worked example of what could as well have been chosen; it says nothing of the model's own error.</source>
        <translation>Een rekenvoorbeeld van wat net zo goed gekozen had kunnen worden; het zegt niets over de fout van het model zelf.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>A worked example, not a forecast: the Leefbaarometer is not a causal model.</source>
        <translation>Een rekenvoorbeeld, geen voorspelling: de Leefbaarometer is geen causaal model.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>a year of the data; by default the year that the panel shows</source>
        <translation>een jaar van de gegevens; standaard het jaar dat het paneel toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>A4, 2 pages for each area</source>
        <translation>A4, 2 blz. per gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>about as the gemeente</source>
        <translation>rond de gemeente</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>about {number} squares</source>
        <translation>
            <numerusform>ongeveer {number} vierkant</numerusform>
            <numerusform>ongeveer {number} vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>above the gemeente</source>
        <translation>boven de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Add &amp;separately</source>
        <translation>&amp;Los toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Add a folder</source>
        <translation>Map toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Add a folder…</source>
        <translation>Map toevoegen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Add a zip, a folder or files; this shows what is in them before anything is done.</source>
        <translation>Voeg een zip, een map of bestanden toe; hier staat dan wat erin zit, nog voordat er iets gebeurt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_rows.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Add areas</source>
        <translation>Gebieden toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Add as &amp;one area</source>
        <translation>Als éé&amp;n gebied toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <source>Add as layer</source>
        <translation>Toevoegen als laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Add files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Add files…</source>
        <translation>Bestanden toevoegen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Add measure</source>
        <translation>Maatregel toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>add points</source>
        <translation>punten erbij</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>add points to a dimension</source>
        <translation>punten optellen bij een dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Added as a layer; stored in {file}.</source>
        <translation>Als laag toegevoegd; opgeslagen in {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Adjoin by</source>
        <translation>Aangrenzend via</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>After those, the codes of another level.</source>
        <translation>Daarna de codes van een ander niveau.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>against</source>
        <translation>tegenover</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Against own gemeente</source>
        <translation>T.o.v. gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Against {reference} the difference went from {before} to {after}.</source>
        <translation>Ten opzichte van {reference} ging het verschil van {before} naar {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Algorithm {name} does nothing.</source>
        <translation>Algoritme {name} doet niets.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Algorithm {name} has no title.</source>
        <translation>Algoritme {name} heeft geen titel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>all areas</source>
        <translation>alle gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>all areas equally</source>
        <translation>alle gebieden gelijk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>All areas that were judged</source>
        <translation>Alle beoordeelde gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>All areas together; where they overlap, a square counts once</source>
        <translation>Alle gebieden samen; waar ze overlappen telt een vierkant één keer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>all buurten</source>
        <translation>alle buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>all dimensions</source>
        <translation>alle dimensies</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>All figures of the chosen area, on the page Area</source>
        <translation>Alle cijfers van het gekozen gebied, op de pagina Gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>All figures of the selected area, on the page Area</source>
        <translation>Alle cijfers van het geselecteerde gebied, op de pagina Gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>all gemeenten</source>
        <translation>alle gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>All its squares in the files of the import, by {weight}.</source>
        <translation>Alle vierkanten ervan in de bestanden van de import, gewogen naar {weight}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>All measurements: total score, contributions of the dimensions, share in class 1 to 4 (weak or lower)</source>
        <translation>Alle metingen: totaalscore, bijdragen van de dimensies, aandeel in klasse 1 tot en met 4 (zwak of lager)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>all own areas</source>
        <translation>alle eigen gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>all own areas ({count})</source>
        <translation>alle eigen gebieden ({count})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <source>All squares</source>
        <translation>Alle vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>all squares of the data</source>
        <translation>alle vierkanten van de gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>all squares of these data</source>
        <translation>alle vierkanten van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>all squares of these data together</source>
        <translation>alle vierkanten van deze gegevens samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>All squares with a score</source>
        <translation>Alle vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/rows.py"/>
        <source>all together</source>
        <translation>alles samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>All values as the rule's file has them</source>
        <translation>Alle waarden zoals ze in het bestand van de regel staan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>all wijken</source>
        <translation>alle wijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>All {count}…</source>
        <translation>Alle {count}…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>All {figures} are the same as on {date}.</source>
        <translation>Alle {figures} zijn gelijk aan die van {date}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>All × 1</source>
        <translation>Alles × 1</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>Also groups of which the data hold a part of the gemeenten</source>
        <translation>Ook groepen waarvan de gegevens maar een deel van de gemeenten bevatten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Among</source>
        <translation>Zoek in</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>Among the {count} buurten of its gemeente it would have rank {place}, 1 being the highest.</source>
        <translation>
            <numerusform>Naast de {count} buurt van de gemeente zou het rang {place} hebben; 1 is de hoogste.</numerusform>
            <numerusform>Onder de {count} buurten van de gemeente zou het rang {place} hebben; 1 is de hoogste.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Amount</source>
        <translation>Hoeveelheid</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/areas/pieces.py"/>
        <source>An area lies outside any map in EPSG:28992; its coordinate system must be wrong.</source>
        <translation>Een gebied ligt buiten elke kaart in EPSG:28992. Controleer het coördinatenstelsel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>an area, such as @geometry; in the coordinate system of its layer</source>
        <translation>een gebied, zoals @geometry; in het coördinatenstelsel van zijn laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/rule_book.py"/>
        <source>An own rule needs a name.</source>
        <translation>Een eigen regel heeft een naam nodig.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>and {count} more</source>
        <translation>en nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Another area of yours</source>
        <translation>Een ander eigen gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>another edition: {then} then, {now} now; it may have revised earlier years</source>
        <translation>een andere editie: toen {then}, nu {now}; die kan eerdere jaren hebben herzien</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>another id</source>
        <translation>een andere id</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>Another program changed the data pack {folder} while it was open. Open it again.</source>
        <translation>Een ander programma heeft het gegevenspakket {folder} gewijzigd terwijl het open was. Open het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>another version of the plugin: {then} then, {now} now</source>
        <translation>een andere versie van de plug-in: toen {then}, nu {now}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>apart</source>
        <translation>uiteen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>area</source>
        <translation>gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/choices.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_order.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_rows.py"/>
        <location filename="../leefbaar_plugin/processing/handover/handing.py"/>
        <source>Area {number}</source>
        <translation>Gebied {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Area {number} (feature {id}) is an invalid polygon and was repaired.</source>
        <translation>Gebied {number} (object {id}) is een ongeldige polygoon en is hersteld.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Area {number} (feature {id}) is an official one of which the data hold a part only.</source>
        <translation>Gebied {number} (object {id}) is een officieel gebied waarvan de gegevens maar een deel bevatten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Area {number} (feature {id}) is empty.</source>
        <translation>Gebied {number} (object {id}) is leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Area {number} (feature {id}) lies outside the scored squares; it has no figures.</source>
        <translation>Gebied {number} (object {id}) ligt buiten de vierkanten met een score en heeft dus geen cijfers.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/areas/rings.py"/>
        <location filename="../leefbaar_plugin/pack/outlines/geometry.py"/>
        <source>Area {number} has a coordinate that is no number.</source>
        <translation>Gebied {number} heeft een coördinaat die geen getal is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/areas/rings.py"/>
        <location filename="../leefbaar_plugin/pack/outlines/geometry.py"/>
        <source>Area {number} has a damaged geometry.</source>
        <translation>Gebied {number} heeft een beschadigde geometrie.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/outlines/geometry.py"/>
        <source>Area {number} is a {kind}; expected is a polygon.</source>
        <translation>Gebied {number} is een {kind}. Verwacht: een polygoon.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/outlines/geometry.py"/>
        <source>Area {number} is invalid and can't be repaired: {problem}.</source>
        <translation>Gebied {number} is ongeldig en kan niet worden hersteld: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/areas/rings.py"/>
        <source>Area {number} is no polygon.</source>
        <translation>Gebied {number} is geen polygoon.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Area {number} lies in no gemeente that is whole in these data.</source>
        <translation>Gebied {number} ligt in geen gemeente die geheel in deze gegevens zit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <location filename="../leefbaar_plugin/report/printing/layout.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Areas against gemeente and country</source>
        <translation>Gebieden tegenover gemeente en land</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Areas and surroundings</source>
        <translation>Gebieden en omgeving</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>Areas are being added already. Wait until that is done, or cancel it.</source>
        <translation>Er worden al gebieden toegevoegd. Wacht tot dat klaar is, of annuleer het.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/table.py"/>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Areas found</source>
        <translation>Gevonden gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas of the data without a row in the table: {count}.</source>
        <translation>Gebieden van de gegevens zonder rij in de tabel: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas of the table without a number: {count}.</source>
        <translation>Gebieden van de tabel zonder getal: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas of the table without a score: {count}.</source>
        <translation>Gebieden van de tabel zonder score: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas of the table without a weight, which weren't used: {count}.</source>
        <translation>Gebieden van de tabel zonder gewicht, die niet zijn gebruikt: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/table.py"/>
        <source>Areas side by side</source>
        <translation>Gebieden naast elkaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>Areas that no project knows wait to be brought back.</source>
        <translation>Er zijn gebieden die bij geen project horen. U kunt ze terughalen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Areas the table is about</source>
        <translation>Gebieden waarover de tabel gaat</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>Areas to bring back</source>
        <translation>Gebieden om terug te halen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Areas to bring back…</source>
        <translation>Gebieden terughalen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Areas to combine</source>
        <translation>Gebieden om samen te voegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>areas together</source>
        <translation>gebieden samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas with a higher {column} have a higher score on average.</source>
        <translation>Waar {column} hoger is, is de score gemiddeld hoger.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Areas with a higher {column} have a lower score on average.</source>
        <translation>Waar {column} hoger is, is de score gemiddeld lager.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Areas with and without measures</source>
        <translation>Gebieden met en zonder maatregelen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Areas with both figures</source>
        <translation>Gebieden met beide cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/aggregate_areas.py"/>
        <source>Areas with figures</source>
        <translation>Gebieden met cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Areas with robustness</source>
        <translation>Gebieden met robuustheid</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Arguments</source>
        <translation>Argumenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>Around it</source>
        <translation>Eromheen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Around it the number didn't grow by {least} or more, so there is no sign of a waterbed.</source>
        <translation>Eromheen groeide het aantal niet met {least} of meer, dus niets wijst op een waterbed.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>Around {name}</source>
        <translation>Rond {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>As area</source>
        <translation>Als gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>As in the file</source>
        <translation>Oorspronkelijke waarden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <source>as in the settings</source>
        <translation>zoals in de instellingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>As layer</source>
        <translation>Als laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>as many as before</source>
        <translation>evenveel als eerst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Association, no cause: areas differ in much more than these two figures, and the Leefbaarometer is partly made from figures like this one. What is really the case needs local research.</source>
        <translation>Samenhang, geen oorzaak: gebieden verschillen in veel meer dan deze twee cijfers, en de Leefbaarometer is deels gemaakt van zulke cijfers. Wat er werkelijk speelt vraagt lokaal onderzoek.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>At least</source>
        <translation>Ten minste</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>at most {count} entries</source>
        <translation>hoogstens {count} onderdelen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>at most {count} letters</source>
        <translation>hoogstens {count} tekens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Back to the area or place before</source>
        <translation>Terug naar het vorige gebied of de vorige plek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Back to the situation now</source>
        <translation>Terug naar de situatie nu</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Base year (first of the years when empty)</source>
        <translation>Basisjaar (leeg: het eerste van de jaren)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/group_shares.py"/>
        <source>Base year {year} isn't one of the years.</source>
        <translation>Basisjaar {year} hoort niet bij de jaren. Kies een van de jaren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>Begin with the score of {reference} instead of the fixed reference</source>
        <translation>Begin bij de score van {reference} in plaats van bij de vaste referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>being measured</source>
        <translation>wordt berekend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>below the gemeente</source>
        <translation>onder de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Beside</source>
        <translation>Naast</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Better</source>
        <translation>Vooruit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>better</source>
        <translation>vooruit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>Better, the same, worse</source>
        <translation>Vooruit, gelijk, achteruit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Between the totals that a tenth lies below and above</source>
        <translation>Tussen de totaalscores waar een tiende onder en boven ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} the score of {name} fell from {before} to {after} ({change}): class {number}, {class_name}.</source>
        <translation>Tussen {since} en {until} daalde de score van {name} van {before} naar {after} ({change}): ontwikkelingsklasse {number}, {class_name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} the score of {name} rose from {before} to {after} ({change}): class {number}, {class_name}.</source>
        <translation>Tussen {since} en {until} steeg de score van {name} van {before} naar {after} ({change}): ontwikkelingsklasse {number}, {class_name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} the score of {name} stayed about the same: from {before} to {after} ({change}).</source>
        <translation>Tussen {since} en {until} bleef de score van {name} ongeveer gelijk: van {before} naar {after} ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} “{theme}” of {name} stayed about the same ({change}).</source>
        <translation>Tussen {since} en {until} bleef “{theme}” van {name} ongeveer gelijk ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} “{theme}” of {name} went down ({change}): class {number}, {class_name}.</source>
        <translation>Tussen {since} en {until} ging “{theme}” van {name} achteruit ({change}): ontwikkelingsklasse {number}, {class_name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {until} “{theme}” of {name} went up ({change}): class {number}, {class_name}.</source>
        <translation>Tussen {since} en {until} ging “{theme}” van {name} vooruit ({change}): ontwikkelingsklasse {number}, {class_name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Between {since} and {year} the number of {weight} under pressure (weak or lower) changed by {area} in {name} and by {rings} around it. Had they followed {comparison}, that would have been {expected_area} and {expected_rings}.</source>
        <translation>Tussen {since} en {year} veranderde het aantal {weight} in klasse 1 tot en met 4 (zwak of lager) in {name} met {area} en eromheen met {rings}. Als ze {comparison} hadden gevolgd, was dat {expected_area} en {expected_rings} geweest.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/orientation.py"/>
        <location filename="../leefbaar_plugin/layers/orientation.py"/>
        <source>Borders and names</source>
        <translation>Grenzen en namen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/orientation.py"/>
        <source>borders and names of buurten</source>
        <translation>grenzen en namen van buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/orientation.py"/>
        <source>Borders of buurten over the squares, and names of gemeenten, wijken and buurten</source>
        <translation>Grenzen van buurten over de vierkanten, en namen van gemeenten, wijken en buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>Both {first} and {second} hold column {column}. Choose one.</source>
        <translation>{first} en {second} bevatten allebei kolom {column}. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>Both {first} and {second} hold counts per square. Choose one.</source>
        <translation>{first} en {second} bevatten allebei aantallen per vierkant. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>Both {first} and {second} hold outlines of {level}: two editions can't go into one import. Choose one.</source>
        <translation>{first} en {second} bevatten allebei grenzen van {level}: twee edities kunnen niet samen worden geïmporteerd. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>Both {first} and {second} hold points of dwellings. Choose one.</source>
        <translation>{first} en {second} bevatten allebei punten van woningen. Kies er een.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>Both {first} and {second} hold scores of {level}: two editions can't go into one import. Choose one.</source>
        <translation>{first} en {second} bevatten allebei scores van {level}: twee edities kunnen niet samen worden geïmporteerd. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>Both {first} and {second} hold the change of {level}: two editions can't go into one import. Choose one.</source>
        <translation>Zowel {first} als {second} bevat de ontwikkeling van {level}: twee edities passen niet in één import. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Bound</source>
        <translation>Grens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Bound of the figure</source>
        <translation>Grens van het cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Bound of the score (class 5 when empty)</source>
        <translation>Grens van de score (leeg: klasse 5)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>bounds of the classes</source>
        <translation>klassengrenzen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>Buffer (m)</source>
        <translation>Buffer (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>Buffer and rings</source>
        <translation>Buffer en ringen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Buffer or rings around the area…</source>
        <translation>Buffer of ringen rond het gebied…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>built later: {number}</source>
        <translation>later gebouwd: {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>buurt</source>
        <translation>buurt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Buurten</source>
        <translation>Buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>buurten</source>
        <translation>buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>By</source>
        <translation>Vooral door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/printing/dressing.py"/>
        <source>By class</source>
        <translation>Naar klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>by gemeente</source>
        <translation>per gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>by the part of the own dwellings inside</source>
        <translation>naar het deel van de eigen woningen erbinnen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>by the share of their surface inside</source>
        <translation>voor het deel van hun oppervlak binnen de omtrek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>by their status: {number}</source>
        <translation>door hun status: {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>By your own weights {own} (class {number}, {class_name}); officially {official}. Own calculation.</source>
        <translation>Met uw eigen gewichten {own} (klasse {number}, {class_name}); officieel {official}. Eigen berekening.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>By your own weights, in this example, {own} (class {number}, {class_name}); by the official ones {official}. Own calculation.</source>
        <translation>Met uw eigen gewichten in dit voorbeeld {own} (klasse {number}, {class_name}); met de officiële {official}. Eigen berekening.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_bar.py"/>
        <source>By zoom</source>
        <translation>Volgens zoomniveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Can't be judged: {count}</source>
        <translation>Niet te beoordelen: {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>can't be read</source>
        <translation>onleesbaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/work.py"/>
        <location filename="../leefbaar_plugin/pack/files/progress.py"/>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>Cancelled; nothing was left behind.</source>
        <translation>Geannuleerd. Er staat geen half bestand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Cancelling…</source>
        <translation>Bezig met annuleren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>CBS keeps these numbers to itself; the rule that estimates them is in the options.</source>
        <translation>Het CBS houdt deze aantallen geheim. De regel die ze schat staat bij de opties.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>CBS squares with dwellings (GeoPackage)</source>
        <translation>CBS-vierkanten met woningen (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>centre inside</source>
        <translation>middelpunt binnen het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/attributes/cards.py"/>
        <source>change</source>
        <translation>verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Change between two years, in classes around no change</source>
        <translation>Verandering tussen twee jaren, in klassen rond geen verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Change from {since} to {year}, on the same squares (own calculation)</source>
        <translation>Verandering van {since} tot {year}, op dezelfde vierkanten (eigen berekening)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <source>Change of the areas</source>
        <translation>Verandering van de gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Change of the number of {weight} under pressure, {since}–{year}</source>
        <translation>Verandering van het aantal {weight} in klasse 1 tot en met 4, {since}–{year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Change of the score since this year (the score itself when empty)</source>
        <translation>Verandering van de score sinds dit jaar (de score zelf als het leeg is)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Change of the total score</source>
        <translation>Verandering van de totaalscore</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Change of the total score since {base}</source>
        <translation>Verandering van de totaalscore sinds {base}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Change of the total score, {since}–{until}</source>
        <translation>Verandering van de totaalscore, {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Change of {dimension}</source>
        <translation>Verandering van {dimension}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>change of {levels}</source>
        <translation>ontwikkeling van {levels}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>change of {levels}, {number} pairs of years</source>
        <translation>
            <numerusform>ontwikkeling van {levels}, {number} paar van jaren</numerusform>
            <numerusform>ontwikkeling van {levels}, paren van jaren: {number}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/attributes/cards.py"/>
        <source>change of {theme}</source>
        <translation>verandering {theme}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Change of {theme}, {since}–{until}</source>
        <translation>Verandering van {theme}, {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Change the dimensions of</source>
        <translation>Verander de dimensies van</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Change values</source>
        <translation>Waarden aanpassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/layer.py"/>
        <source>Change {since}–{until}</source>
        <translation>Verandering {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>Change {since}–{until} of the published scores: {change}, {name} (own class bounds).</source>
        <translation>Verandering {since}–{until} van de gepubliceerde scores: {change}, {name} (eigen klassengrenzen).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/result_layers.py"/>
        <source>Change {since}–{until}, edition {edition}; weight: {weight}; squares on the border: {rule}.</source>
        <translation>Verandering {since}–{until}, editie {edition}; gewicht: {weight}; vierkanten op de grens: {rule}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>Change {since}–{until}, on the same squares: {change}, {name} (own class bounds).</source>
        <translation>Verandering {since}–{until}, op dezelfde vierkanten: {change}, {name} (eigen klassengrenzen).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Change: {theme}</source>
        <translation>Verandering: {theme}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/parameters.py"/>
        <source>changed</source>
        <translation>aangepast</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Changes between years are an own calculation: the ministry's bounds for them aren't public.</source>
        <translation>Veranderingen tussen jaren zijn een eigen berekening: de grenzen die het ministerie ervoor gebruikt zijn niet openbaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Change…</source>
        <translation>Wijzig…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>Check an output that was made before…</source>
        <translation>Eerdere uitvoer controleren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Chg.</source>
        <translation>Verand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/tornado.py"/>
        <source>Choice</source>
        <translation>Keuze</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>choice of weight</source>
        <translation>keuze van het gewicht</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Choose a folder</source>
        <translation>Map kiezen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/ways.py"/>
        <location filename="../leefbaar_plugin/layers/areas/selected_areas.py"/>
        <source>Choose a layer with polygons in the layer panel first.</source>
        <translation>Kies eerst een laag met polygonen in het paneel Lagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Choose a period to compare.</source>
        <translation>Kies een periode om te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>choose a table</source>
        <translation>kies een tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>Choose a table with a figure per buurt, wijk, gemeente or postcode area; the column with codes is found by itself.</source>
        <translation>Kies een tabel met een cijfer per buurt, wijk, gemeente of postcodegebied; de kolom met codes wordt vanzelf gevonden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Choose a table: CSV, XLSX, ODS or a map file</source>
        <translation>Kies een tabel: CSV, XLSX, ODS of een GIS-bestand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>choose a year</source>
        <translation>kies een jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Choose an area, or type another name and press Enter</source>
        <translation>Kies een gebied, of typ een andere naam en druk op Enter</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Choose an area: the current one, or a row of the table.</source>
        <translation>Kies een gebied: het huidige, of een rij van de tabel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Choose another scenario, or type another name</source>
        <translation>Kies een ander scenario of typ een andere naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/handover.py"/>
        <source>Choose at least one year.</source>
        <translation>Kies minstens één jaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>Choose or draw an area first.</source>
        <translation>Kies of teken eerst een gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Choose the layer of areas to judge (AREAS).</source>
        <translation>Kies de laag met gebieden om te beoordelen (AREAS).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>chosen area, else all</source>
        <translation>gekozen gebied, of alles</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/charts/class_chip.py"/>
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>Class 1 to 4</source>
        <translation>Klasse 1-4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Class bounds of change</source>
        <translation>Klassengrenzen van verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>class in several of the last measurements</source>
        <translation>klasse in meerdere van de laatste metingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Class in the example</source>
        <translation>Klasse in het voorbeeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>class in the year</source>
        <translation>klasse in het jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Class in {year}</source>
        <translation>Klasse in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Class is certain</source>
        <translation>Klasse is zeker</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Class name</source>
        <translation>Naam van de klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Class of change</source>
        <translation>Ontwikkelingsklasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Class of change (own calculation)</source>
        <translation>Ontwikkelingsklasse (eigen berekening)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>class of change between two years</source>
        <translation>ontwikkelingsklasse tussen twee jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Class of change since {base}</source>
        <translation>Ontwikkelingsklasse sinds {base}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Class of change since {base} (own calculation)</source>
        <translation>Ontwikkelingsklasse sinds {base} (eigen berekening)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Class of change, {since}–{until}</source>
        <translation>Ontwikkelingsklasse, {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Class of change, {since}–{until} (own calculation)</source>
        <translation>Ontwikkelingsklasse, {since}–{until} (eigen berekening)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Class of the buurt</source>
        <translation>Klasse van de buurt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Class of {theme} {year}</source>
        <translation>Klasse van {theme} {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/group_shares.py"/>
        <source>Class shares of groups</source>
        <translation>Klassenaandelen van groepen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_chip.py"/>
        <source>Class {class_name}</source>
        <translation>Klasse {class_name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>Class {low} or {high}</source>
        <translation>Klasse {low} of {high}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Class {number} ({class_name}) begins {distance} higher.</source>
        <translation>Klasse {number} ({class_name}) begint {distance} hoger.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>class {number} ends {distance} lower</source>
        <translation>klasse {number} eindigt {distance} lager</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Class {year}</source>
        <translation>Klasse {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Classes 1 to 4 together</source>
        <translation>Klasse 1 tot en met 4 samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Classes follow bounds that were recovered from published scores; where a score lies in the interval of a bound, the class is uncertain and marked with “?”.</source>
        <translation>De klassengrenzen zijn afgeleid uit gepubliceerde scores; ligt een score binnen de onzekerheid van zo'n grens, dan is de klasse onzeker en staat er een “?” bij.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>Classes of a dimension are around the reference: class 5 is as the reference.</source>
        <translation>De klassen van een dimensie liggen rond de referentie: klasse 5 is gelijk aan de referentie.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>classes of urbanity</source>
        <translation>klassen van stedelijkheid</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>Classes that differ</source>
        <translation>Klassen die verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Click the corners on the map; right-click closes the area, Esc stops</source>
        <translation>Klik de hoekpunten aan op de kaart; rechtsklikken sluit het gebied, Esc stopt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Click the corners; the figures follow the cursor. A right click closes the area, Esc stops.</source>
        <translation>Klik de hoeken aan; de cijfers volgen de cursor. Rechtsklikken sluit het gebied, Esc stopt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Click the map for the figures of a place; click there again for the larger area; Esc stops</source>
        <translation>Klik op de kaart voor de cijfers van een plek. Nog een keer klikken geeft het grotere gebied, Esc stopt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/subject.py"/>
        <source>Close the area that is being drawn first.</source>
        <translation>Sluit eerst het gebied dat u tekent.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>cluster of squares</source>
        <translation>cluster van vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/model.py"/>
        <source>Cluster {number}</source>
        <translation>Cluster {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Clusters of squares</source>
        <translation>Clusters van vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>clusters of squares</source>
        <translation>clusters van vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Clusters with figures</source>
        <translation>Clusters met cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Codes of another level, which weren't used: {count}.</source>
        <translation>Codes van een ander niveau, die niet zijn gebruikt: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Codes of another level:</source>
        <translation>Codes van een ander niveau:</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>Codes of them: separated by , (all when empty)</source>
        <translation>Codes daarvan: gescheiden door , (leeg: alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Codes that belong to no area</source>
        <translation>Codes die bij geen gebied horen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Codes that had lost their leading zeros, which were put back: {count}.</source>
        <translation>Codes die hun voorloopnullen kwijt waren, die zijn teruggezet: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Codes without BU, WK or GM before them, to which it was added: {count}.</source>
        <translation>Codes zonder BU, WK of GM ervoor, waar dat voor is gezet: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <location filename="../leefbaar_plugin/gui/citizens/palette_preview.py"/>
        <source>Colours of the classes</source>
        <translation>Kleuren van de klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Column to subtract, for the change of the figure</source>
        <translation>Kolom om af te trekken, voor de verandering van het cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/table_input.py"/>
        <source>Column with the codes (looked for when empty)</source>
        <translation>Kolom met de codes (leeg: wordt gezocht)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Column with the codes of the areas</source>
        <translation>Kolom met de codes van de gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Column with the figures</source>
        <translation>Kolom met de cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Column with the number</source>
        <translation>Kolom met het aantal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Column with the weight, instead</source>
        <translation>Kolom met het gewicht, in plaats daarvan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Column with the year built</source>
        <translation>Kolom met het bouwjaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores_lbm2.py"/>
        <source>column {column}</source>
        <translation>kolom {column}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/places.py"/>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <source>Column {column} of {file} holds no numbers.</source>
        <translation>Kolom {column} van {file} bevat geen getallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/written_numbers.py"/>
        <source>Column {column} of {file}: “{text}” can be decimals or thousands, and nothing in the file tells. Write thousands without a sign ({whole}), or decimals with another number of digits ({decimal}).</source>
        <translation>Kolom {column} van {file}: “{text}” kan decimalen of duizendtallen bevatten, en niets in het bestand zegt welke. Schrijf duizendtallen zonder teken ({whole}), of decimalen met een ander aantal cijfers ({decimal}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>column {name}</source>
        <translation>kolom {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>Columns with indicators (all numbers when empty)</source>
        <translation>Kolommen met indicatoren (leeg: alle getallen)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Combine areas</source>
        <translation>Gebieden samenvoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>comes along; synthetic squares</source>
        <translation>meegeleverd; synthetische vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <location filename="../leefbaar_plugin/gui/widgets/reference_choice.py"/>
        <source>Compare with</source>
        <translation>Vergelijk met</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Compared with year (the measurement before when empty)</source>
        <translation>Vergeleken met jaar (leeg: de meting ervoor)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Compared with {first} the score has hardly changed ({change}).</source>
        <translation>Vergeleken met {first} is de score nauwelijks veranderd ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Compute the scores from the squares</source>
        <translation>De scores uit de vierkanten berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/change/part.py"/>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>Computing…</source>
        <translation>Berekenen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Condition on the squares</source>
        <translation>Voorwaarde voor de vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Confidence of the intervals</source>
        <translation>Betrouwbaarheid van de intervallen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Continue from this one</source>
        <translation>Verder vanaf dit scenario</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/profile.py"/>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>contribution to the total score</source>
        <translation>bijdrage aan totaal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>Contribution to the total score {year}</source>
        <translation>Bijdrage aan de totaalscore {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Contributions of the dimensions, {name}</source>
        <translation>Bijdragen van de dimensies, {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Contributions to the deviation, {year}</source>
        <translation>Bijdragen aan de afwijking, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/terms.py"/>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>Copy account</source>
        <translation>Verantwoording kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>Copy all as text</source>
        <translation>Alles kopiëren als tekst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/painting/chart.py"/>
        <source>Copy as picture</source>
        <translation>Kopiëren als afbeelding</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/painting/chart.py"/>
        <source>Copy as table</source>
        <translation>Kopiëren als tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>Copy codes</source>
        <translation>Codes kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/messages.py"/>
        <location filename="../leefbaar_plugin/unavailable.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Copy picture</source>
        <translation>Afbeelding kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Copy table</source>
        <translation>Tabel kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/part.py"/>
        <location filename="../leefbaar_plugin/gui/find/words.py"/>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>COROP regions</source>
        <translation>COROP-gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>COROP-plus regions</source>
        <translation>COROP-plusgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Correlation (Pearson) of the changes since {year}</source>
        <translation>Correlatie (Pearson) van de veranderingen sinds {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Correlation (Pearson) over the buurten in {year}</source>
        <translation>Correlatie (Pearson) over de buurten in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Correlations by region as well</source>
        <translation>Ook correlaties per regio</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>could not be measured; see the log</source>
        <translation>kon niet worden berekend; zie het logboek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>country, G4, G40 and the others</source>
        <translation>land, G4, G40 en de overige</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>Counts of CBS in the squares with a score, each place once; counts that are missing are estimated</source>
        <translation>Aantallen van het CBS in de vierkanten met een score, elke plek één keer; ontbrekende aantallen zijn geschat</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Course and change</source>
        <translation>Verloop en verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/options.py"/>
        <source>Course since</source>
        <translation>Verloop sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Covered</source>
        <translation>Gedekt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Cross-table: low and high figure</source>
        <translation>Kruistabel: laag en hoog cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Cross-table: low and high score</source>
        <translation>Kruistabel: lage en hoge score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <source>CSV files</source>
        <translation>CSV-bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/relations/cross_table.py"/>
        <source>Cut {kind} isn't one of {kinds}, or lacks its number.</source>
        <translation>Scheiding {kind} bestaat niet of mist een getal. Kies een van: {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Data folder</source>
        <translation>Gegevensmap</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Data pack</source>
        <translation>Gegevenspakket</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Data pack (folder)</source>
        <translation>Gegevenspakket (map)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Data pack (new folder)</source>
        <translation>Gegevenspakket (nieuwe map)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Data packs</source>
        <translation>Gegevenspakketten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Delete the area</source>
        <translation>Gebied verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Delete the areas</source>
        <translation>Gebieden verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Delete this own rule</source>
        <translation>Deze eigen regel verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>demonstration</source>
        <translation>demonstratie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Demonstration data</source>
        <translation>Demonstratiegegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Demonstration Schiedam</source>
        <translation>Demonstratie Schiedam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Development</source>
        <translation>Ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>development</source>
        <translation>ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Development of areas</source>
        <translation>Ontwikkeling van gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Development of groups</source>
        <translation>Ontwikkeling van groepen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Development since</source>
        <translation>Ontwikkeling sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Deviation</source>
        <translation>Afwijking</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>deviation from the own gemeente</source>
        <translation>afwijking van de eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>deviation {deviation}</source>
        <translation>afwijking {deviation}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Diff.</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>difference</source>
        <translation>verschil</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Difference from the published situation</source>
        <translation>Verschil met de gepubliceerde situatie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Difference with own gemeente</source>
        <translation>Verschil met eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>difference ± {error}</source>
        <translation>verschil ± {error}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Different now</source>
        <translation>Nu anders</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>Different now: {reason}.</source>
        <translation>Nu anders: {reason}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/profile.py"/>
        <location filename="../leefbaar_plugin/charts/profile_dots.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Dimension</source>
        <translation>Dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Dimension that explains most of the change</source>
        <translation>Dimensie met de grootste bijdrage aan de verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dimension that explains most of the fall</source>
        <translation>Dimensie met de grootste bijdrage aan de daling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dimension that explains most of the rise</source>
        <translation>Dimensie met de grootste bijdrage aan de stijging</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>Dimension {dimension} has two sub-models that weren't brought to one scale.</source>
        <translation>Dimensie {dimension} heeft twee deelmodellen die nog niet op één schaal staan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>Dimension {dimension} isn't one of {dimensions}.</source>
        <translation>Dimensie {dimension} bestaat niet. Kies een van: {dimensions}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/table.py"/>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Dimensions</source>
        <translation>Dimensies</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Dimensions of the squares and of {levels} seem to be mixed up.</source>
        <translation>Dimensies van de vierkanten en van {levels} lijken verwisseld.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/pictures.py"/>
        <source>Dimensions {year}, deviation from the reference</source>
        <translation>Dimensies {year}, afwijking t.o.v. de referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>Direction</source>
        <translation>Richting</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>Distance {distance} has to be larger than the one before it, and at most {most} m.</source>
        <translation>Afstand {distance} moet groter zijn dan de vorige, en hoogstens {most} m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Distances as 250, 500, or rings as 0-250, 250-500; press Enter</source>
        <translation>Afstanden als 250, 500 of ringen als 0-250, 250-500; druk op Enter</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Document, ODT</source>
        <translation>Document, ODT</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/slider.py"/>
        <source>Double click: back to the situation now</source>
        <translation>Dubbelklik: terug naar de situatie nu</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Down</source>
        <translation>Daal.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Down by</source>
        <translation>Vooral door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Draw</source>
        <translation>Tekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Draw a first area</source>
        <translation>Teken een eerste gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Draw an area</source>
        <translation>Gebied tekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Draw it on the map</source>
        <translation>Teken het op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>Draw or choose an area first, or take all gemeenten or buurten.</source>
        <translation>Teken of kies eerst een gebied, of neem alle gemeenten of buurten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Draw or select at least one area; here they stand side by side.</source>
        <translation>Teken of selecteer minstens één gebied; hier staan ze dan naast elkaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Duplicate the area</source>
        <translation>Gebied dupliceren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Dutch  ;  1,23</source>
        <translation>Nederlands  ;  1,23</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <source>Dutch: semicolon, decimal comma</source>
        <translation>Nederlands: puntkomma, decimale komma</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dw. 1–4</source>
        <translation>Won. 1–4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>dwelling</source>
        <translation>woning</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Dwellings</source>
        <translation>Woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>dwellings</source>
        <translation>woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>dwellings from households, else inhabitants / {persons}, else {constant}</source>
        <translation>woningen uit huishoudens, anders inwoners / {persons}, anders {constant}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dwellings in classes 1 to 4</source>
        <translation>Woningen in klasse 1 tot en met 4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dwellings in squares that fell substantially</source>
        <translation>Woningen in vierkanten die sterk daalden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Dwellings in squares that rose substantially</source>
        <translation>Woningen in vierkanten die sterk stegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>dwellings more or fewer</source>
        <translation>woningen erbij of eraf</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Dwellings that get another class</source>
        <translation>Woningen die een andere klasse krijgen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>dwellings times</source>
        <translation>woningen maal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Dwellings when nothing is known</source>
        <translation>Woningen als niets bekend is</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>dwellings × {factor} on {on}</source>
        <translation>woningen × {factor} op {on}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>dwellings, households and inhabitants per square (CBS)</source>
        <translation>woningen, huishoudens en inwoners per vierkant (CBS)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>Each dimension as a bar around zero</source>
        <translation>Elke dimensie als een staaf rond nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>each year's own</source>
        <translation>die van elk jaar zelf</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>edge in or out</source>
        <translation>rand naar binnen of buiten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Edit areas</source>
        <translation>Gebieden bewerken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>edition {edition}</source>
        <translation>editie {edition}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Effective number of areas (Kish)</source>
        <translation>Effectief aantal gebieden (Kish)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Effective number of areas among their neighbours (Dutilleul)</source>
        <translation>Effectief aantal gebieden gegeven hun buren (Dutilleul)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/message_list.py"/>
        <source>Empty the list</source>
        <translation>Lijst leegmaken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>equal</source>
        <translation>gelijk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>Error of {dimension} by guessing the mean</source>
        <translation>Fout van {dimension} als u het gemiddelde raadt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>Error of {dimension} on places held out</source>
        <translation>Fout van {dimension} op achtergehouden plekken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>estimate while you draw</source>
        <translation>schatting tijdens het tekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Even-odd</source>
        <translation>Even-oneven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>even-odd</source>
        <translation>even-oneven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>every area</source>
        <translation>elk gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Every area against the gemeente that it lies in</source>
        <translation>Elk gebied vergeleken met de gemeente waarin het ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>every area of the page</source>
        <translation>elk gebied van de pagina</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>every gemeente</source>
        <translation>elke gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Expected</source>
        <translation>Verwacht</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>far above the gemeente</source>
        <translation>ver boven de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>far below the gemeente</source>
        <translation>ver onder de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/projection.py"/>
        <source>Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>Object {id} kan niet naar EPSG:28992 worden omgezet; het ligt te ver van Nederland.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>feature “{id}”</source>
        <translation>gebied “{id}”</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>feature “{id}”: column {column}</source>
        <translation>gebied “{id}”: kolom {column}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/handing.py"/>
        <source>Features without an outline that are left out: {count}.</source>
        <translation>Objecten zonder omtrek die zijn weggelaten: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Few dwellings</source>
        <translation>Weinig woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Fewer dwellings under pressure in the areas, more in their gemeenten: look at the neighbours.</source>
        <translation>Minder woningen in klasse 1 tot en met 4 in de gebieden, meer in hun gemeenten: kijk ook naar de omgeving.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>fewer than {number} dwellings</source>
        <translation>
            <numerusform>minder dan {number} woning</numerusform>
            <numerusform>minder dan {number} woningen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>fewer than {number} inhabitants</source>
        <translation>
            <numerusform>minder dan {number} inwoner</numerusform>
            <numerusform>minder dan {number} inwoners</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>Fewer than {number}, the threshold in the options: one home more or less changes these figures.</source>
        <translation>Minder dan {number}, de grens bij de opties: één woning meer of minder verandert deze cijfers.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Fewest dwellings of a cluster</source>
        <translation>Kleinste aantal woningen van een cluster</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/handing.py"/>
        <source>Field with the names (looked for when empty)</source>
        <translation>Veld met de namen (leeg: wordt gezocht)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/change/reported.py"/>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Figure</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Figure by class</source>
        <translation>Cijfer naar klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Figure minus</source>
        <translation>Cijfer min</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>Figure of the letters</source>
        <translation>Cijfer van de brieven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/reported/question.py"/>
        <source>Figure {figure} isn't one of {figures}.</source>
        <translation>Cijfer {figure} is er geen van {figures}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_card.py"/>
        <location filename="../leefbaar_plugin/layers/attributes/forms.py"/>
        <location filename="../leefbaar_plugin/layers/attributes/results.py"/>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>figures and how they were made</source>
        <translation>cijfers en verantwoording</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/processing/areas/aggregate_areas.py"/>
        <source>Figures of areas</source>
        <translation>Cijfers van gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Figures of few dwellings</source>
        <translation>Cijfers van weinig woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/reported.py"/>
        <source>Figures of the letters</source>
        <translation>Cijfers van de brieven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/reported.py"/>
        <source>Figures of the letters to parliament</source>
        <translation>Cijfers van de Kamerbrieven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <source>Figures that differ</source>
        <translation>Cijfers die verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>File with points</source>
        <translation>Bestand met punten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Files from the Leefbaarometer and CBS</source>
        <translation>Bestanden van de Leefbaarometer en het CBS</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Files packed: {count}.</source>
        <translation>Ingepakte bestanden: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>File…</source>
        <translation>Bestand…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/outlines/geometry.py"/>
        <source>Fill rule {rule} isn't one of {rules}.</source>
        <translation>Herstelregel {rule} bestaat niet. Kies een van: {rules}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Filter (SQL)</source>
        <translation>Filter (SQL)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Find</source>
        <translation>Vinden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Find areas by a rule</source>
        <translation>Gebieden vinden met een regel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>First page, PNG</source>
        <translation>Eerste bladzijde, PNG</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/period.py"/>
        <source>First year</source>
        <translation>Eerste jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>First year of the development</source>
        <translation>Eerste jaar van de ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>first year of the development</source>
        <translation>eerste jaar van de ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>Fit a surrogate model</source>
        <translation>Benaderend model schatten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Fixed by the administrator, with {variable}</source>
        <translation>Vastgezet door de beheerder, met {variable}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Folder for the files</source>
        <translation>Map voor de bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Folder in which the data pack is made</source>
        <translation>Map waarin het gegevenspakket komt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Folder of the data pack</source>
        <translation>Map van het gegevenspakket</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>For a colleague, zip</source>
        <translation>Voor een collega, zip</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>for the web, WGS 84</source>
        <translation>voor het web, WGS 84</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>For {imputed} of the {squares} squares the number of {weight} was estimated.</source>
        <translation>
            <numerusform>Het aantal {weight} daarin is geschat.</numerusform>
            <numerusform>Voor {imputed} van de {squares} vierkanten is het aantal {weight} geschat.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>For {name} it is higher than {share}.</source>
        <translation>Voor {name} is dat: hoger dan {share}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>For {name} it is lower than {share}.</source>
        <translation>Voor {name} is dat: lager dan {share}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>For {reference} the score is {score}; this area doesn't differ from it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied wijkt daar niet van af.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>For {reference} the score is {score}; this area is {distance} above it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied ligt daar {distance} boven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>For {reference} the score is {score}; this area is {distance} below it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied ligt daar {distance} onder.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>For {reference} there is no score in {year}.</source>
        <translation>Voor {reference} is er geen score in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Found in {then}: {before}; in {now}: {after}.</source>
        <translation>Gevonden in {then}: {before}; in {now}: {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Found in {then}: {before}; in {now}: {after}; in both: {both}.</source>
        <translation>Gevonden in {then}: {before}; in {now}: {after}; in beide: {both}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>found now and not before: {came}; not found any more: {went}</source>
        <translation>nu wel gevonden en eerst niet: {came}; niet meer gevonden: {went}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Found: {count}</source>
        <translation>Gevonden: {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Found: {found}; not found: {others}; can't be judged: {unknown}.</source>
        <translation>Gevonden: {found}; niet gevonden: {others}; niet te beoordelen: {unknown}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>from the comparison</source>
        <translation>vanaf de vergelijking</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <source>From the reference to the score</source>
        <translation>Van de referentie naar de score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>From the reference to the score, dimension by dimension</source>
        <translation>Van de referentie naar de score, dimensie voor dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>From the reference to the score, {name}</source>
        <translation>Van de referentie naar de score, {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>From the reference to the score, {year}</source>
        <translation>Van de referentie naar de score, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>From which class to which class</source>
        <translation>Van welke klasse naar welke klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>from {before} in {since} to {after} in {until}</source>
        <translation>van {before} in {since} naar {after} in {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>from {project}</source>
        <translation>uit {project}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>From {reference} to the score, {year}</source>
        <translation>Van {reference} naar de score, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>G4, G40 and other groups of gemeenten</source>
        <translation>G4, G40 en andere groepen gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>G4, G40 and the others</source>
        <translation>G4, G40 en de andere</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Gap</source>
        <translation>Kloof</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_dialogs.py"/>
        <source>Gaps up to {width} m wide between the outlines were closed: {surface} m².</source>
        <translation>Kieren tot {width} m breed tussen de grenzen zijn gedicht: {surface} m².</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Gem.</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>Gemeente</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>gemeente</source>
        <translation>gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/selection.py"/>
        <source>Gemeente {missing} isn't in the files. They hold: {available}.</source>
        <translation>Gemeente {missing} staat niet in de bestanden. Die bevatten: {available}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>gemeente {name}</source>
        <translation>gemeente {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/slider.py"/>
        <source>gemeente {value}</source>
        <translation>gemeente {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Gemeenten</source>
        <translation>Gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>gemeenten</source>
        <translation>gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/selection.py"/>
        <source>Gemeenten can't be chosen without their outlines. Add the zip with geometry, or import everything.</source>
        <translation>Zonder gemeentegrenzen kunnen geen gemeenten worden gekozen. Voeg de zip met geometrie toe, of importeer alles.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Gemeenten that aren't whole in these data are left out of that: {count}.</source>
        <translation>Gemeenten die niet heel in deze gegevens zitten tellen daarin niet mee: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Gemeenten to import</source>
        <translation>Te importeren gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>gemeenten {names}</source>
        <translation>gemeenten {names}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Gemeenten: names or codes separated by ; (all when empty)</source>
        <translation>Gemeenten: namen of codes gescheiden door ; (leeg: alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Gemeenten: {gemeenten}</source>
        <translation>Gemeenten: {gemeenten}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Gemeenten: {gemeenten}; wijken: {wijken}</source>
        <translation>Gemeenten: {gemeenten}; wijken: {wijken}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>Gemeenten: {gemeenten}; wijken: {wijken}; buurten: {buurten}</source>
        <translation>Gemeenten: {gemeenten}; wijken: {wijken}; buurten: {buurten}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>GeoJSON</source>
        <translation>GeoJSON</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_geometry.py"/>
        <source>Give a distance in metres, up to {most}, negative to go inwards.</source>
        <translation>Geef een afstand in meters, tot {most}; negatief is naar binnen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>Give a distance.</source>
        <translation>Geef een afstand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>Give one or more rings, as 0-250, 250-500 (metres).</source>
        <translation>Geef een of meer ringen, zoals 0-250, 250-500 (meter).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Glossary</source>
        <translation>Begrippen</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Glossary: {count} terms with “{text}”</source>
        <translation>
            <numerusform>Begrippen: {count} met “{text}”</numerusform>
            <numerusform>Begrippen: {count} met “{text}”</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>Go through the years</source>
        <translation>Door de jaren lopen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Good and weak parts since the first year</source>
        <translation>Klasse 1 tot en met 4 tegenover de hogere klassen, sinds het eerste jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>Group of an area (field; empty: all areas are one group)</source>
        <translation>Groep van een gebied (veld; leeg: alle gebieden zijn één groep)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <source>Group “{name}” has no gemeenten; expected is “name: gemeente; gemeente”.</source>
        <translation>Groep “{name}” heeft geen gemeenten. Verwacht: “naam: gemeente; gemeente”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Groups</source>
        <translation>Groepen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>Groups of gemeenten</source>
        <translation>Groepen gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <source>Groups {kind} isn't one of {kinds}.</source>
        <translation>Groepen {kind} bestaat niet. Kies een van: {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Hand over</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <source>Hand over figures of areas</source>
        <translation>Cijfers van gebieden overdragen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Hand over…</source>
        <translation>Overdragen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Help and glossary</source>
        <translation>Help en begrippen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Help and glossary (F1)</source>
        <translation>Help en begrippen (F1)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Hh. 1–4</source>
        <translation>Huish. 1–4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>high figure</source>
        <translation>hoog cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>high score</source>
        <translation>hoge score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>high score, high value</source>
        <translation>hoge score, hoge waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>high score, low value</source>
        <translation>hoge score, lage waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>high: the highest fifth, from {value}</source>
        <translation>hoog: het hoogste vijfde, vanaf {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>Higher than {share} of the {weight} of {name}</source>
        <translation>Hoger dan {share} van de {weight} van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>higher than {share} of {name}</source>
        <translation>hoger dan {share} van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Highest class</source>
        <translation>Hoogste klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/reported.py"/>
        <source>Highest class that counts against liveability</source>
        <translation>Hoogste klasse die tegen de leefbaarheid telt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>highest fifth</source>
        <translation>hoogste vijfde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/tornado.py"/>
        <source>Highest score</source>
        <translation>Hoogste score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>House style</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>House style of reports</source>
        <translation>Huisstijl van rapporten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>household</source>
        <translation>huishouden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Households</source>
        <translation>Huishoudens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>households</source>
        <translation>huishoudens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Households in classes 1 to 4</source>
        <translation>Huishoudens in klasse 1 tot en met 4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>How it works, in one minute</source>
        <translation>Hoe het werkt, in één minuut</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/square_tips.py"/>
        <source>How much of the square under the mouse counts in the area that is emphasised</source>
        <translation>Hoeveel van het vierkant onder de muis meetelt in het gebied dat op de kaart is benadrukt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>How sure?</source>
        <translation>Hoe zeker?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>How the CSV is written</source>
        <translation>Hoe de CSV wordt geschreven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>How the squares happen to lie matters most.</source>
        <translation>Hoe de vierkanten toevallig liggen maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>How this place changed between two years</source>
        <translation>Hoe deze plek tussen twee jaren veranderde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>How was this computed?</source>
        <translation>Hoe is dit berekend?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Id of the rule, instead of the rule above</source>
        <translation>Id van de regel, in plaats van de regel hierboven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Import an edition</source>
        <translation>Een editie importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <location filename="../leefbaar_plugin/gui/importing/pack_guard.py"/>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Import data…</source>
        <translation>Gegevens importeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Import Leefbaarometer data</source>
        <translation>Leefbaarometergegevens importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_report.py"/>
        <source>Imported: tables without squares, edition {edition}.</source>
        <translation>Geïmporteerd: tabellen zonder vierkanten, editie {edition}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/import_report.py"/>
        <source>Imported: {squares} squares, edition {edition}.</source>
        <translation>
            <numerusform>Geïmporteerd: {squares} vierkant, editie {edition}.</numerusform>
            <numerusform>Geïmporteerd: {squares} vierkanten, editie {edition}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/late_pandas.py"/>
        <source>Importing data needs the Python library {name}, which is damaged here or doesn't fit the rest of this QGIS ({problem}). Install QGIS again. Data packs that are there can be opened without it.</source>
        <translation>Voor het importeren van gegevens is de Python-bibliotheek {name} nodig, en die is hier beschadigd of past niet bij de rest van deze QGIS ({problem}). Installeer QGIS opnieuw. Gegevenspakketten die er al zijn kunnen zonder worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/late_pandas.py"/>
        <source>Importing data needs the Python library {name}, which this QGIS doesn't have. It comes with the Windows installer (MSI) of QGIS, and with python3-pandas on Debian and Ubuntu. Data packs that are there can be opened without it.</source>
        <translation>Voor het importeren van gegevens is de Python-bibliotheek {name} nodig, en die heeft deze QGIS niet. Ze komt mee met het installatieprogramma (MSI) van QGIS voor Windows, en met python3-pandas op Debian en Ubuntu. Gegevenspakketten die er al zijn kunnen zonder worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Importing…</source>
        <translation>Bezig met importeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>In how many variants of outline, weight and counts does the area keep its class?</source>
        <translation>In hoeveel varianten van omtrek, gewicht en aantallen houdt het gebied zijn klasse?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>In squares insufficient or lower (1 to 3): {numbers}</source>
        <translation>In vierkanten met onvoldoende of lager (1 tot en met 3): {numbers}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>In squares weak or lower (1 to 4): {numbers}</source>
        <translation>In vierkanten met zwak of lager (1 tot en met 4): {numbers}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>In the area the number didn't fall by {least} or more, so there is no decrease that could have moved to its surroundings.</source>
        <translation>In het gebied daalde het aantal niet met {least} of meer, dus er is geen afname die naar de omgeving verplaatst kan zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/parameters.py"/>
        <source>In the rule: {value} ({mark}: {source}).</source>
        <translation>In de regel: {value} ({mark}: {source}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>In the same gemeenten as a whole, weak or lower: {before} and {after} {weight} ({change}).</source>
        <translation>In dezelfde gemeenten als geheel, zwak of lager: {before} en {after} {weight} ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>In them, weak or lower: {before} and {after} {weight} ({change}).</source>
        <translation>In die gebieden, zwak of lager: {before} en {after} {weight} ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>In them: {numbers}</source>
        <translation>Daarin: {numbers}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>in this example</source>
        <translation>in dit voorbeeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/slider.py"/>
        <source>in this example {value} ({added})</source>
        <translation>in dit voorbeeld {value} ({added})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>In this example: {rank}.</source>
        <translation>In dit voorbeeld: {rank}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>in this project</source>
        <translation>in dit project</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>In {name} or around it there are too few {weight} with a score (fewer than {least}) to say anything.</source>
        <translation>In {name} of eromheen zijn er te weinig {weight} met een score (minder dan {least}) om iets te zeggen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>in {number} squares</source>
        <translation>
            <numerusform>in {number} vierkant</numerusform>
            <numerusform>in {number} vierkanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>In {rows} rows the contributions don't add up to the published deviation.</source>
        <translation>
            <numerusform>In {rows} rij tellen de bijdragen niet op tot de gepubliceerde afwijking.</numerusform>
            <numerusform>In {rows} rijen tellen de bijdragen niet op tot de gepubliceerde afwijking.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>In {rows} rows the dimensions don't add up to the published change of the total.</source>
        <translation>
            <numerusform>In {rows} rij tellen de dimensies niet op tot de gepubliceerde verandering van het totaal.</numerusform>
            <numerusform>In {rows} rijen tellen de dimensies niet op tot de gepubliceerde verandering van het totaal.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>In {year}, {name} has a score of {score}, which is class {number} ({class_name}).</source>
        <translation>{name} heeft in {year} een score van {score} en valt daarmee in klasse {number} ({class_name}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>In {year}, “{dimension}” contributes {value} to the score of {name}.</source>
        <translation>In {year} draagt “{dimension}” {value} bij aan de score van {name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>In {year}, “{dimension}” contributes {value} to the score of {name}; as a dimension that is class {number} ({class_name}).</source>
        <translation>In {year} draagt “{dimension}” {value} bij aan de score van {name}. Voor een dimensie is dat klasse {number} ({class_name}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>Indicator {indicator} stands twice in dimension {dimension}.</source>
        <translation>Indicator {indicator} staat twee keer in dimensie {dimension}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>Indicator {indicator}: mean, standard deviation and coefficient must be numbers, the standard deviation above 0.</source>
        <translation>Indicator {indicator}: vul bij gemiddelde, standaardafwijking en coëfficiënt een getal in; de standaardafwijking groter dan 0.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>Indicator {indicator}: transform “{text}” isn't known; choose one of: {known}.</source>
        <translation>Indicator {indicator}: bewerking “{text}” is onbekend. Kies een van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>Indicators and coefficients (table)</source>
        <translation>Indicatoren en coëfficiënten (tabel)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Inh.</source>
        <translation>Inw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Inh. 1–4</source>
        <translation>Inw. 1–4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>inhabitant</source>
        <translation>inwoner</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Inhabitants</source>
        <translation>Inwoners</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>inhabitants</source>
        <translation>inwoners</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Inhabitants in classes 1 to 4</source>
        <translation>Inwoners in klasse 1 tot en met 4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>inhabited square</source>
        <translation>bewoond vierkant</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>inhabited squares</source>
        <translation>bewoonde vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>international  ,  1.23</source>
        <translation>internationaal  ,  1.23</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <location filename="../leefbaar_plugin/processing/handover/export.py"/>
        <source>International: comma, decimal point</source>
        <translation>Internationaal: komma, decimale punt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>interval of the turning point</source>
        <translation>interval van het omslagpunt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>it has entry “{entry}” twice</source>
        <translation>onderdeel “{entry}” staat er twee keer in</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>It is a surrogate: tell how far it is off instead of refusing it</source>
        <translation>Het is een benadering: vertel hoe ver die ernaast zit in plaats van te weigeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>it is larger than {size}</source>
        <translation>groter dan {size}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>it is nested too deeply</source>
        <translation>te diep genest</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>it is no JSON: {problem}</source>
        <translation>geen geldige JSON ({problem})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>it is no text</source>
        <translation>geen leesbare tekst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Its figures here are of that part, and say nothing of the whole.</source>
        <translation>De cijfers hier gaan over dat deel en zeggen niets over het geheel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Its layers are in this project already; opening it makes the panel show it.</source>
        <translation>De lagen ervan staan al in dit project; na openen toont het paneel dit pakket.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>its own gemeente</source>
        <translation>de eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Its published score is given, and nothing else.</source>
        <translation>Alleen de gepubliceerde score wordt gegeven.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Its shares are of {squares} squares of 100 by 100 m, each counted equally.</source>
        <translation>
            <numerusform>De aandelen gaan over {squares} vierkant van 100 bij 100 m.</numerusform>
            <numerusform>De aandelen gaan over {squares} vierkanten van 100 bij 100 m, die elk even zwaar tellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Its shares are of {squares} squares of 100 by 100 m, weighted by {weight}.</source>
        <translation>
            <numerusform>De aandelen gaan over {squares} vierkant van 100 bij 100 m, gewogen naar {weight}.</numerusform>
            <numerusform>De aandelen gaan over {squares} vierkanten van 100 bij 100 m, gewogen naar {weight}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Judge</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Keep</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Keep as own rule…</source>
        <translation>Opslaan als eigen regel…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Keep it under this name in the project</source>
        <translation>Onder deze naam opslaan in het project</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>Kind of layer</source>
        <translation>Soort laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Landscape</source>
        <translation>Liggend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>Largest difference from the published scores</source>
        <translation>Grootste verschil met de gepubliceerde scores</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>Last year</source>
        <translation>Laatste jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/period.py"/>
        <source>Last year (newest when empty)</source>
        <translation>Laatste jaar (nieuwste als het leeg is)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>Layer of squares by class</source>
        <translation>Laag met vierkanten per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/projection.py"/>
        <source>Layer {layer} has no coordinate system. Set it in the layer's properties first.</source>
        <translation>Laag {layer} heeft geen coördinatenstelsel. Stel dat eerst in bij de laageigenschappen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_rows.py"/>
        <source>Layer {layer} has no field “{field}” any more. Add it again in the layer's properties first.</source>
        <translation>Laag {layer} heeft geen veld “{field}” meer. Voeg het eerst weer toe bij de laageigenschappen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/polygons.py"/>
        <source>Layer {layer} holds {kind}; expected are areas (polygons).</source>
        <translation>Laag {layer} bevat {kind}. Kies een laag met gebieden (polygonen).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Layer {layer} keeps EPSG:28992 (RD); its areas are stored in it.</source>
        <translation>Laag {layer} houdt EPSG:28992 (RD); de gebieden zijn daarin opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/giving_back.py"/>
        <source>Layers of the map were removed: {count}.</source>
        <translation>Kaartlagen van de Leefbaarometer verwijderd: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Layout template of your own (.qpt)</source>
        <translation>Eigen lay-outsjabloon (.qpt)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>lbm (total score, the default), afw (deviation), fys, onv, soc, vrz or won</source>
        <translation>lbm (totaalscore, de standaard), afw (afwijking), fys, onv, soc, vrz of won</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Least number that says something (from the options when empty)</source>
        <translation>Kleinste aantal dat iets zegt (leeg: uit de opties)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Leave other areas of the layer out of the rings</source>
        <translation>Laat andere gebieden van de laag buiten de ringen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Leefbaarometer data</source>
        <translation>Leefbaarometergegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer help</source>
        <translation>Help bij de Leefbaarometer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/handover.py"/>
        <source>Leefbaarometer of {count} areas, {year}</source>
        <translation>Leefbaarometer van {count} gebieden, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/handover.py"/>
        <source>Leefbaarometer of {name}, {year}</source>
        <translation>Leefbaarometer van {name}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer options…</source>
        <translation>Opties van de Leefbaarometer…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/menu.py"/>
        <source>Leefbaarometer panel</source>
        <translation>Paneel Leefbaarometer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>Leefbaarometer: adding areas</source>
        <translation>Leefbaarometer: gebieden toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_dialogs.py"/>
        <source>Leefbaarometer: buffer and rings</source>
        <translation>Leefbaarometer: buffer en ringen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_dialogs.py"/>
        <source>Leefbaarometer: combining areas</source>
        <translation>Leefbaarometer: gebieden samenvoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Leefbaarometer: comparing areas</source>
        <translation>Leefbaarometer: gebieden vergelijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>Leefbaarometer: comparing editions</source>
        <translation>Leefbaarometer: edities vergelijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/pack_guard.py"/>
        <source>Leefbaarometer: comparing the data with what was written</source>
        <translation>Leefbaarometer: gegevens vergelijken met wat is opgeslagen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <source>Leefbaarometer: computing the change</source>
        <translation>Leefbaarometer: verandering berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <source>Leefbaarometer: computing the development</source>
        <translation>Leefbaarometer: ontwikkeling berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/computed_maps.py"/>
        <source>Leefbaarometer: computing the map</source>
        <translation>Leefbaarometer: kaart berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Leefbaarometer: copying the table</source>
        <translation>Leefbaarometer: tabel kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Leefbaarometer: counting transitions</source>
        <translation>Leefbaarometer: overgangen tellen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <source>Leefbaarometer: finding areas</source>
        <translation>Leefbaarometer: gebieden zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/locator.py"/>
        <source>Leefbaarometer: gemeente, wijk, buurt, project area</source>
        <translation>Leefbaarometer: gemeente, wijk, buurt, projectgebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/computed_maps.py"/>
        <source>Leefbaarometer: hatching squares with few dwellings</source>
        <translation>Leefbaarometer: vierkanten met weinig woningen arceren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Leefbaarometer: help</source>
        <translation>Leefbaarometer: Help</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>Leefbaarometer: how sure is the class</source>
        <translation>Leefbaarometer: hoe zeker is de klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Leefbaarometer: importing edition {edition}</source>
        <translation>Leefbaarometer: editie {edition} importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Leefbaarometer: importing the demonstration data</source>
        <translation>Leefbaarometer: demonstratiegegevens importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <location filename="../leefbaar_plugin/gui/importing/leftovers.py"/>
        <source>Leefbaarometer: looking for areas to bring back</source>
        <translation>Leefbaarometer: zoeken naar gebieden om terug te halen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <source>Leefbaarometer: looking for data packs</source>
        <translation>Leefbaarometer: gegevenspakketten zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Leefbaarometer: looking through files</source>
        <translation>Leefbaarometer: bestanden bekijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>Leefbaarometer: making a figure of the letters</source>
        <translation>Leefbaarometer: een cijfer van de brieven maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>Leefbaarometer: making an output again</source>
        <translation>Leefbaarometer: uitvoer opnieuw maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Leefbaarometer: making files</source>
        <translation>Leefbaarometer: bestanden maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Leefbaarometer: making the preview</source>
        <translation>Leefbaarometer: voorbeeld maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Leefbaarometer: measuring around the area</source>
        <translation>Leefbaarometer: rond het gebied berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Leefbaarometer: measuring gemeenten and country</source>
        <translation>Leefbaarometer: gemeenten en land doorrekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Leefbaarometer: measuring groups of gemeenten</source>
        <translation>Leefbaarometer: groepen gemeenten berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Leefbaarometer: measuring the monitor</source>
        <translation>Leefbaarometer: de monitor berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Leefbaarometer: opening the data</source>
        <translation>Leefbaarometer: gegevens openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Leefbaarometer: packing the project</source>
        <translation>Leefbaarometer: project inpakken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Leefbaarometer: preparing the squares</source>
        <translation>Leefbaarometer: vierkanten voorbereiden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>Leefbaarometer: reading a table</source>
        <translation>Leefbaarometer: tabel lezen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Leefbaarometer: reading names</source>
        <translation>Leefbaarometer: namen lezen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Leefbaarometer: recomputing scores</source>
        <translation>Leefbaarometer: scores herberekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>Leefbaarometer: relating figures</source>
        <translation>Leefbaarometer: verband berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/leftovers.py"/>
        <source>Leefbaarometer: removing remains of imports</source>
        <translation>Leefbaarometer: resten van importen verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/measuring.py"/>
        <source>Leefbaarometer: repairing an outline that crosses itself</source>
        <translation>Leefbaarometer: omtrek herstellen die zichzelf kruist</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/second_map.py"/>
        <source>Leefbaarometer: second year</source>
        <translation>Leefbaarometer: tweede jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/result_layers.py"/>
        <source>Leefbaarometer: storing a layer</source>
        <translation>Leefbaarometer: een laag opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Leefbaarometer: storing areas found</source>
        <translation>Leefbaarometer: gevonden gebieden opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/received.py"/>
        <source>Leefbaarometer: unpacking {file}</source>
        <translation>Leefbaarometer: {file} uitpakken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>Leefbaarometer: where the area lies</source>
        <translation>Leefbaarometer: waar het gebied ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>Left out, because the data hold a part of their gemeenten only: {groups}.</source>
        <translation>Weggelaten, omdat de gegevens maar een deel van hun gemeenten bevatten: {groups}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Left out, because the data hold a part of them only: {count} areas ({names}).</source>
        <translation>
            <numerusform>Weggelaten, want de gegevens bevatten er maar een deel van: {count} gebied ({names}).</numerusform>
            <numerusform>Weggelaten, want de gegevens bevatten er maar een deel van: {count} gebieden ({names}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Left out: {problem}</source>
        <translation>Weggelaten: {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Legend of the map of {name}</source>
        <translation>Legenda van de kaart van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Less in the area and more around it, both more than elsewhere: that goes with a waterbed. It is an association; it doesn't show that anything or anybody moved.</source>
        <translation>Minder in het gebied en meer eromheen, allebei sterker dan elders: dat past bij een waterbed. Het is een samenhang; het laat niet zien dat er iets of iemand is verhuisd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/formats.py"/>
        <source>less than {limit}</source>
        <translation>minder dan {limit}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>Let the map show this development</source>
        <translation>Laat de kaart deze ontwikkeling tonen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>Letters</source>
        <translation>Brieven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/models/model_input.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/developments.py"/>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <source>line {line}</source>
        <translation>regel {line}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/plausibility.py"/>
        <source>line {line}: column {column}</source>
        <translation>regel {line}: kolom {column}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Lines above the header that were passed over: {count}.</source>
        <translation>Regels boven de kop die zijn overgeslagen: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Little of the surface with a score</source>
        <translation>Weinig oppervlakte met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Logo (SVG or PNG)</source>
        <translation>Logo (SVG of PNG)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Look at the files first.</source>
        <translation>Bekijk eerst de bestanden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>Look, or throw away</source>
        <translation>Bekijken of weggooien</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Looking what the files hold…</source>
        <translation>Kijken wat de bestanden bevatten…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>Look…</source>
        <translation>Bekijken…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Low and high by gemeente</source>
        <translation>Laag en hoog per gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>low figure</source>
        <translation>laag cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>low score</source>
        <translation>lage score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>Low score, high figure</source>
        <translation>Lage score, hoog cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>low score, high value</source>
        <translation>lage score, hoge waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>Low score, low figure</source>
        <translation>Lage score, laag cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>low score, low value</source>
        <translation>lage score, lage waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>low | high</source>
        <translation>laag | hoog</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Low, high and neighbours</source>
        <translation>Laag, hoog en buren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>low: at most the median {value}</source>
        <translation>laag: hoogstens de mediaan {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>low: below {value}</source>
        <translation>laag: onder {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>low: the lowest fifth, at most {value}</source>
        <translation>laag: het laagste vijfde, hoogstens {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>lower bound of class 5</source>
        <translation>ondergrens van klasse 5</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Lower than</source>
        <translation>Lager dan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>Lower than {share} of the {weight} of {name}</source>
        <translation>Lager dan {share} van de {weight} van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>lower than {share} of {name}</source>
        <translation>lager dan {share} van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Lowest class</source>
        <translation>Laagste klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>lowest fifth</source>
        <translation>laagste vijfde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/tornado.py"/>
        <source>Lowest score</source>
        <translation>Laagste score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/made.py"/>
        <source>Made in {seconds} s, in {folder}:</source>
        <translation>Gemaakt in {seconds} s, in {folder}:</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Made with</source>
        <translation>Gemaakt met</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/printing/dressing.py"/>
        <source>Made with leefbaar_plugin {version}</source>
        <translation>Gemaakt met de plug-in Leefbaarometer, versie {version}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <source>Make an output again</source>
        <translation>Uitvoer opnieuw maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Make map themes</source>
        <translation>Kaartthema's maken</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Make {count} files</source>
        <translation>
            <numerusform>{count} bestand maken</numerusform>
            <numerusform>{count} bestanden maken</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Map</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Map and charts</source>
        <translation>Kaart en grafieken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>map and score</source>
        <translation>kaart en score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <source>Map level</source>
        <translation>Kaartniveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Map of {name} with the classes</source>
        <translation>Kaart van {name} met de klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <source>Map: {state}</source>
        <translation>Kaart: {state}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Margin around the gemeenten (m)</source>
        <translation>Marge rond de gemeenten (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Margin around them</source>
        <translation>Marge eromheen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Mark official areas below this number of inhabitants</source>
        <translation>Officiële gebieden merken onder dit aantal inwoners</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>marked below {count}</source>
        <translation>gemarkeerd onder {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Mean</source>
        <translation>Gemiddelde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>Mean of the figure</source>
        <translation>Gemiddelde van het cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Mean total of the squares</source>
        <translation>Gemiddelde totaalscore van de vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Mean total score in {year}</source>
        <translation>Gemiddelde totaalscore in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>Measure all own areas with another data pack too, and list the figures that differ</source>
        <translation>Bereken alle eigen gebieden ook met een ander gegevenspakket, en geef een lijst van de cijfers die verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Measure in every area</source>
        <translation>Maatregel in elk gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <location filename="../leefbaar_plugin/engine/models/scenarios.py"/>
        <source>Measure “{kind}” isn't known; choose one of: {known}.</source>
        <translation>Maatregel “{kind}” is onbekend. Kies een van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/scenarios.py"/>
        <source>Measure “{kind}” needs a dimension.</source>
        <translation>Maatregel “{kind}” heeft een dimensie nodig.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Measure “{kind}” needs a goal: the gemeente's mean, or a number.</source>
        <translation>Maatregel “{kind}” heeft een doel nodig: het gemiddelde van de gemeente, of een getal.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/scenarios.py"/>
        <source>Measure “{kind}” needs a number.</source>
        <translation>Maatregel “{kind}” heeft een getal nodig.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Measure “{kind}” needs either an area or squares.</source>
        <translation>Maatregel “{kind}” heeft een gebied of vierkanten nodig, niet beide.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <location filename="../leefbaar_plugin/engine/models/scenarios.py"/>
        <source>Measure “{kind}” needs squares to move dwellings to.</source>
        <translation>Maatregel “{kind}” heeft vierkanten nodig waar de woningen naartoe gaan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Measure “{kind}”: dimension “{text}” isn't one of {known}.</source>
        <translation>Maatregel “{kind}”: dimensie “{text}” is onbekend. Kies een van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Measure “{kind}”: {amount} can't be the standard error; expected is a number from {least} to {most}, and only where points are added or set.</source>
        <translation>Maatregel “{kind}”: {amount} kan niet als standaardfout. Vul een getal in van {least} tot en met {most}, en alleen bij punten optellen of vastzetten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Measure “{kind}”: {amount} can't be; expected is a number from {least} to {most}.</source>
        <translation>Maatregel “{kind}”: {amount} kan niet. Vul een getal van {least} tot {most} in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>Measures and dwellings</source>
        <translation>Maatregelen en woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Measures elsewhere or of another kind in this scenario: {count}.</source>
        <translation>Maatregelen elders of van een andere soort in dit scenario: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Measures, in order</source>
        <translation>Maatregelen, op volgorde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Measuring areas</source>
        <translation>Gebieden berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>median</source>
        <translation>mediaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/message_list.py"/>
        <source>Messages that wait for a choice: {count}</source>
        <translation>Berichten die op een keuze wachten: {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <source>Method and source</source>
        <translation>Methode en bron</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Mind</source>
        <translation>Let op</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Missing counts</source>
        <translation>Ontbrekende aantallen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>missing counts</source>
        <translation>ontbrekende aantallen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Model and edition</source>
        <translation>Model en editie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>Model file format {format} isn't known.</source>
        <translation>Indeling {format} van het modelbestand is onbekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>Model {model} has no level {level}.</source>
        <translation>Model {model} heeft geen niveau {level}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>Monitor of areas</source>
        <translation>Monitor van gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Monitor {since}–{until}</source>
        <translation>Monitor {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Moran's I of the figure</source>
        <translation>Morans I van het cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Moran's I of the figure: p-value</source>
        <translation>Morans I van het cijfer: p-waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Moran's I of the score</source>
        <translation>Morans I van de score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Moran's I of the score: p-value</source>
        <translation>Morans I van de score: p-waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Moran's I of {name}: too few areas with neighbours (n = {n}).</source>
        <translation>Morans I van {name}: te weinig gebieden met buren (n = {n}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Moran's I of {name}: {value} (without any pattern {expected}; {p}; n = {n}).</source>
        <translation>Morans I van {name}: {value} (zonder enig patroon {expected}; {p}; n = {n}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/page_tabs.py"/>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/page_tabs.py"/>
        <source>More pages</source>
        <translation>Meer pagina's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <source>Mostly</source>
        <translation>Vooral door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Move a slider: a scenario begins</source>
        <translation>Verschuif iets: een scenario begint</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Move dimensions to the mean of {name}: every square by the same number of points</source>
        <translation>Dimensies naar het gemiddelde van {name}: elk vierkant evenveel punten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>move dwellings</source>
        <translation>woningen verplaatsen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Move the area</source>
        <translation>Gebied verplaatsen in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Move the area down in the list</source>
        <translation>Gebied omlaag in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Move the area up in the list</source>
        <translation>Gebied omhoog in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Moved to</source>
        <translation>Verplaatst naar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/charts/class_chip.py"/>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <source>Name of the area</source>
        <translation>Naam van het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Name of the class of change</source>
        <translation>Naam van de ontwikkelingsklasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Name of the own rule</source>
        <translation>Naam van de eigen regel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Name of the scenario (the last one when empty)</source>
        <translation>Naam van het scenario (leeg: het laatste)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Name, gemeente or code</source>
        <translation>Naam, gemeente of code</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/orientation.py"/>
        <source>names of gemeenten</source>
        <translation>namen van gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/orientation.py"/>
        <source>names of wijken</source>
        <translation>namen van wijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>national mean</source>
        <translation>landelijk gemiddelde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>Neighbouring areas resemble each other in both figures: the {n} areas know as much of the association as {effective} independent ones (Dutilleul's modified t-test).</source>
        <translation>Buurgebieden lijken in beide cijfers op elkaar: de {n} gebieden zeggen over de samenhang evenveel als {effective} onafhankelijke gebieden (aangepaste t-toets van Dutilleul).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Neighbours</source>
        <translation>Buren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Neighbours aren't shown to resemble each other in both figures: the plain intervals hold.</source>
        <translation>Dat buren in beide cijfers op elkaar lijken, is niet aangetoond: de gewone intervallen gelden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Neighbours for Moran's I</source>
        <translation>Buren voor Morans I</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Neighbours of a square</source>
        <translation>Buren van een vierkant</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/relations/neighbours.py"/>
        <source>Neighbours {kind} isn't one of {kinds}.</source>
        <translation>Buren {kind} bestaat niet. Kies een van: {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <source>Netherlands</source>
        <translation>Nederland</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>never saved</source>
        <translation>nooit opgeslagen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>New scenario</source>
        <translation>Nieuw scenario</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/layers/attributes/titles.py"/>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>No area has a score in both {since} and {until}.</source>
        <translation>Geen gebied heeft een score in zowel {since} als {until}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <source>No area has both figures</source>
        <translation>Geen gebied heeft beide cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>No area has both figures.</source>
        <translation>Geen gebied heeft beide cijfers.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/area_changes.py"/>
        <source>No area of level {level} has a score in both {since} and {until}.</source>
        <translation>Geen gebied van niveau {level} heeft een score in zowel {since} als {until}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>No area satisfies the rule.</source>
        <translation>Geen enkel gebied voldoet aan de regel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>no CBS squares: every square will weigh the same</source>
        <translation>geen CBS-vierkanten: elk vierkant weegt even zwaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_chip.py"/>
        <source>No class</source>
        <translation>Geen klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <location filename="../leefbaar_plugin/layers/attributes/cards.py"/>
        <location filename="../leefbaar_plugin/layers/project/found_layer.py"/>
        <source>no class</source>
        <translation>geen klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>No cluster satisfies the condition.</source>
        <translation>Geen enkel cluster voldoet aan de voorwaarde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/places.py"/>
        <source>No code in column {column} of {file} belongs to one of the places ({count}); for example {example}.</source>
        <translation>Geen code in kolom {column} van {file} hoort bij een van de plekken ({count}); bijvoorbeeld {example}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>No column holds codes of areas; choose it yourself if there is one.</source>
        <translation>Geen kolom bevat codes van gebieden; kies hem zelf als hij er is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>No column of the table holds numbers.</source>
        <translation>Geen kolom van de tabel bevat getallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>no comparison</source>
        <translation>geen vergelijking</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/session.py"/>
        <source>No data are open yet.</source>
        <translation>Er zijn nog geen gegevens geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <source>No data are open yet. Import or open data first; then this page finds areas by a rule.</source>
        <translation>Er zijn nog geen gegevens open. Importeer of open eerst gegevens; dan zoekt deze pagina gebieden volgens een regel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>No data packs are known here yet. Import data, or choose the folder of a pack.</source>
        <translation>Er zijn hier nog geen gegevenspakketten bekend. Importeer gegevens, of kies de map van een pakket.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>No data with squares are open yet.</source>
        <translation>Er zijn nog geen gegevens met vierkanten geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>no dimensions published for this year</source>
        <translation>voor dit jaar geen dimensies gepubliceerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>No dimensions were published for both {since} and {until}, so the change can't be taken apart.</source>
        <translation>Voor {since} of {until} ontbreken de dimensies; de verandering is niet per dimensie te splitsen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>No dimensions were published for {year}.</source>
        <translation>Voor {year} zijn geen dimensies gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/trend.py"/>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>no figures in this year</source>
        <translation>geen cijfers in dit jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/painting/chart.py"/>
        <source>No figures yet</source>
        <translation>Nog geen cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>no group</source>
        <translation>geen groep</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <source>No group is given; expected is “name: gemeente; gemeente | name: gemeente”.</source>
        <translation>Er is geen groep opgegeven. Verwacht: “naam: gemeente; gemeente | naam: gemeente”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>No other data pack is known: open or import one</source>
        <translation>Er is geen ander gegevenspakket bekend: open of importeer er een</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>no other year</source>
        <translation>geen ander jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>no outlines of {levels}: not on the map, but in tables, relations and the search box</source>
        <translation>geen grenzen van {levels}: niet op de kaart, wel in tabellen, verbanden en het zoekvak</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>no outlines of {level}: they are united from those of {parts}</source>
        <translation>geen grenzen van {level}: de omtrek wordt samengevoegd uit die van {parts}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>No own dwellings</source>
        <translation>Geen eigen woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/ways.py"/>
        <location filename="../leefbaar_plugin/layers/areas/selected_areas.py"/>
        <source>No polygon of layer {layer} is selected. Select one or more first.</source>
        <translation>Er is geen polygoon van laag {layer} geselecteerd. Selecteer er eerst een of meer.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <source>No rank: that takes at least {number} dwellings</source>
        <translation>
            <numerusform>Geen rang: die vraagt ten minste {number} woning</numerusform>
            <numerusform>Geen rang: die vraagt ten minste {number} woningen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>No readable file was found in {files}; expected a zip, CSV, GeoPackage or GeoJSON of the Leefbaarometer.</source>
        <translation>In {files} is geen leesbaar bestand gevonden. Verwacht: een zip, CSV, GeoPackage of GeoJSON van de Leefbaarometer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <location filename="../leefbaar_plugin/processing/change/transitions.py"/>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>no score</source>
        <translation>geen score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>No score: the area lies outside the squares with a score.</source>
        <translation>Geen score: het gebied ligt buiten de vierkanten met een score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>No scores were found in {files}; expected is a table with columns {columns}.</source>
        <translation>In {files} zijn geen scores gevonden. Verwacht: een tabel met de kolommen {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>No squares have a score in both {since} and {until}.</source>
        <translation>Geen vierkanten hebben een score in zowel {since} als {until}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>No straight-line association is shown: the interval contains 0.</source>
        <translation>Er is geen rechtlijnige samenhang aangetoond: het interval bevat 0.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/attributes/cards.py"/>
        <location filename="../leefbaar_plugin/words/formats.py"/>
        <source>no value</source>
        <translation>geen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>No years yet</source>
        <translation>Nog geen jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Non-zero</source>
        <translation>Niet-nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>non-zero</source>
        <translation>niet-nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/gui/result_layers.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>None of the codes belongs to an area of the data; they are listed below.</source>
        <translation>Geen van de codes hoort bij een gebied van de gegevens; ze staan hieronder.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>None of the codes is one of level {level}: {codes}.</source>
        <translation>Geen van de codes is er een van niveau {level}: {codes}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/surrogate.py"/>
        <source>None of the dimensions is published for these places and this year.</source>
        <translation>Voor deze plekken en dit jaar is geen van de dimensies gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>None ticked: everything is imported.</source>
        <translation>Niets aangevinkt: alles wordt geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/options.py"/>
        <source>none; as 250, 500</source>
        <translation>geen; zoals 250, 500</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Not all gemeenten of {names} are in these data.</source>
        <translation>Niet alle gemeenten van {names} zitten in deze gegevens.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_history.py"/>
        <source>Not all of the edit could be taken back or done again; the areas changed in the meantime.</source>
        <translation>De bewerking kon niet helemaal ongedaan gemaakt of herhaald worden; de gebieden zijn intussen gewijzigd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>not explained by dimensions</source>
        <translation>niet per dimensie te splitsen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>not found</source>
        <translation>niet gevonden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Not found: {count}</source>
        <translation>Niet gevonden: {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>not in these data</source>
        <translation>niet in deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>not published</source>
        <translation>niet gepubliceerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Not there, so not packed: {file}.</source>
        <translation>Niet gevonden en dus niet ingepakt: {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>Nothing is known of that part; the figures are about the rest.</source>
        <translation>Van dat deel is niets bekend. De cijfers gaan over de rest.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_geometry.py"/>
        <source>Nothing is left of the area when its outline moves {distance} m inwards.</source>
        <translation>Er blijft niets over van het gebied als de grens {distance} m naar binnen gaat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>nothing: choose what to compare with</source>
        <translation>niets: kies eerst waarmee u vergelijkt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/slider.py"/>
        <source>now {value}</source>
        <translation>nu {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>Number</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>number of a class, from 1 to 9</source>
        <translation>nummer van een klasse, van 1 tot en met 9</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Number of areas found</source>
        <translation>Aantal gevonden gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Number of areas with both figures</source>
        <translation>Aantal gebieden met beide cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Number of buurten</source>
        <translation>Aantal buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Number of codes that belong to no area</source>
        <translation>Aantal codes dat bij geen gebied hoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <source>Number of figures that differ</source>
        <translation>Aantal cijfers dat verschilt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Number of files</source>
        <translation>Aantal bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Number of measurements in which it holds</source>
        <translation>Aantal metingen waarin dat geldt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Number of nearest areas</source>
        <translation>Aantal dichtstbijzijnde gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>Number of squares</source>
        <translation>Aantal vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Number of the class of an area, from 1 (lowest) to 9. NULL when it has none.</source>
        <translation>Nummer van de klasse van een gebied, van 1 (laagste) tot en met 9. NULL als het er geen heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Number of variants</source>
        <translation>Aantal varianten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Number of {weight}</source>
        <translation>Aantal {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>number of {weight} estimated</source>
        <translation>aantal {weight} geschat</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Number of {weight} under pressure (weak or lower) in {since}</source>
        <translation>Aantal {weight} in klasse 1 tot en met 4 (zwak of lager) in {since}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Number of {weight} under pressure (weak or lower) in {year}</source>
        <translation>Aantal {weight} in klasse 1 tot en met 4 (zwak of lager) in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Number of {weight} with a score in all years</source>
        <translation>Aantal {weight} met een score in alle jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>Of</source>
        <translation>Voor</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/packing.py"/>
        <source>Of data pack {pack} goes along what the own areas need: {gemeenten}.</source>
        <translation>Van gegevenspakket {pack} gaat mee wat de eigen gebieden nodig hebben: {gemeenten}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>of the area has a score</source>
        <translation>van het gebied heeft een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Of the dwellings, {share} is in a square that scores {class_name} or lower</source>
        <translation>Van de woningen staat {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Of the five dimensions, “{best}” turns out best ({best_value} against the reference) and “{worst}” worst ({worst_value}).</source>
        <translation>Van de vijf dimensies pakt “{best}” het gunstigst uit ({best_value} ten opzichte van de referentie) en “{worst}” het ongunstigst ({worst_value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Of the households, {share} lives in a square that scores {class_name} or lower</source>
        <translation>Van de huishoudens woont {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Of the inhabitants, {share} lives in a square that scores {class_name} or lower</source>
        <translation>Van de inwoners woont {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Of the inhabited squares, {share} scores {class_name} or lower</source>
        <translation>Van de bewoonde vierkanten scoort {share} {class_name} of lager</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>Of the last measurements</source>
        <translation>Van de laatste metingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Of the own dwellings, {share} is in a square that scores {class_name} or lower</source>
        <translation>Van de eigen woningen staat {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>Of the scenarios that this one continues: {count} measures.</source>
        <translation>
            <numerusform>Uit de scenario's waarop dit verdergaat: {count} maatregel.</numerusform>
            <numerusform>Uit de scenario's waarop dit verdergaat: {count} maatregelen.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Of the squares, {better} got better, {same} stayed the same and {worse} got worse.</source>
        <translation>Van de vierkanten ging {better} vooruit, bleef {same} gelijk en ging {worse} achteruit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Of the {weight} in squares with a score in both {since} and {until}, {higher} came in a higher class, {same} stayed in the same and {lower} came in a lower one.</source>
        <translation>Van de {weight} in vierkanten met een score in zowel {since} als {until} kwam {higher} in een hogere klasse, bleef {same} in dezelfde en kwam {lower} in een lagere.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Of the {weight}, {better} is in squares that got better, {same} in squares that stayed the same and {worse} in squares that got worse.</source>
        <translation>Van de {weight} ligt {better} in vierkanten die vooruitgingen, {same} in vierkanten die gelijk bleven en {worse} in vierkanten die achteruitgingen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Of {count} areas no score is published; theirs was computed from the squares, weighted by {weight}.</source>
        <translation>
            <numerusform>Van {count} gebied is geen score gepubliceerd; die is berekend uit de vierkanten, gewogen naar {weight}.</numerusform>
            <numerusform>Van {count} gebieden is geen score gepubliceerd; die is berekend uit de vierkanten, gewogen naar {weight}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Of {count} areas with a score in {since} and {until}, {better}, {alike} and {worse}.</source>
        <translation>
            <numerusform>Van {count} gebied met een score in {since} en {until} {better}, {alike} en {worse}.</numerusform>
            <numerusform>Van {count} gebieden met een score in {since} en {until} {better}, {alike} en {worse}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>of {count} {areas} in {year}</source>
        <translation>van {count} {areas} in {year}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>Of {figures}, {differ} differ from those of {date}.</source>
        <translation>
            <numerusform>Van {figures} verschilt er {differ} van die van {date}.</numerusform>
            <numerusform>Van {figures} verschillen er {differ} van die van {date}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Of {number} areas there are neither scores nor outlines; their change was left out.</source>
        <translation>
            <numerusform>Van {number} gebied zijn er scores noch grenzen; de verandering ervan is weggelaten.</numerusform>
            <numerusform>Van {number} gebieden zijn er scores noch grenzen; de verandering ervan is weggelaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>of {number} gemeenten</source>
        <translation>
            <numerusform>van {number} gemeente</numerusform>
            <numerusform>van {number} gemeenten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Of {number} the scores of a year are missing; there the published change is taken.</source>
        <translation>Van {number} ontbreken de scores van een jaar; daar telt de gepubliceerde verandering.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Official files or folders (zip, CSV, GeoPackage, GeoJSON)</source>
        <translation>Officiële bestanden of mappen (zip, CSV, GeoPackage, GeoJSON)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Official name of a class.</source>
        <translation>Officiële naam van een klasse.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>official reference</source>
        <translation>officiële referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>On</source>
        <translation>Op</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>On the map</source>
        <translation>Op kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>on {area}</source>
        <translation>op {area}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>on {count} selected squares</source>
        <translation>
            <numerusform>op {count} geselecteerd vierkant</numerusform>
            <numerusform>op {count} geselecteerde vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>One area per ring, without the area itself: 0-250, 250-500</source>
        <translation>Eén gebied per ring, zonder het gebied zelf: 0-250, 250-500</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>One click, and its liveability stands here.</source>
        <translation>Eén klik, en de leefbaarheid staat hier.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>one or more, with unique ids</source>
        <translation>een of meer, met unieke id's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Only squares with a score in all compared years count; squares of the areas that are left out: {count}.</source>
        <translation>Alleen vierkanten met een score in alle vergeleken jaren tellen mee; weggelaten vierkanten van de gebieden: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/trend.py"/>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Only squares with a score in all years count, so that new ones make no change</source>
        <translation>Alleen vierkanten met een score in alle jaren tellen, zodat nieuwe geen verandering maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/made.py"/>
        <location filename="../leefbaar_plugin/gui/handover/received.py"/>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>open</source>
        <translation>geopend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Open a data pack</source>
        <translation>Gegevenspakket openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open a data pack…</source>
        <translation>Gegevenspakket openen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open a project packed by a colleague…</source>
        <translation>Project van een collega openen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Open anyway</source>
        <translation>Toch openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Open beside it</source>
        <translation>Ernaast openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/integration.py"/>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Open data with squares first.</source>
        <translation>Open eerst gegevens met vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/files.py"/>
        <source>Open scenarios</source>
        <translation>Scenario's openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Open scenarios…</source>
        <translation>Scenario's openen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open the demonstration data</source>
        <translation>Demonstratiegegevens openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Open the report as a layout of QGIS, to look at it and to edit it</source>
        <translation>Open het rapport als lay-out van QGIS, om het te bekijken en te bewerken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <source>Open “{section}” and go there</source>
        <translation>“{section}” openen en erheen gaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Opened</source>
        <translation>Geopend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Opened last</source>
        <translation>Laatst geopend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>opens in any browser</source>
        <translation>opent in elke browser</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Options…</source>
        <translation>Opties…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Or select polygons in any layer, such as plan contours, and choose “Use selection” above.</source>
        <translation>Of selecteer polygonen in een laag, zoals plangebieden, en kies hierboven “Selectie gebruiken”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Orientation</source>
        <translation>Stand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Other class</source>
        <translation>Andere klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>Other edition</source>
        <translation>Andere editie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>other edition</source>
        <translation>andere editie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Other folder…</source>
        <translation>Andere map…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>other source files: {files}</source>
        <translation>andere bronbestanden: {files}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Outline (EPSG:28992): {outline}</source>
        <translation>Omtrek (EPSG:28992): {outline}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>outline on the map</source>
        <translation>omtrek op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>outline repaired: it crosses itself</source>
        <translation>omtrek hersteld: die kruist zichzelf</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Outline that crosses itself</source>
        <translation>Omtrek die zichzelf kruist</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>outlines of {levels}</source>
        <translation>grenzen van {levels}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>outlines with figures</source>
        <translation>omtrekken met cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Output</source>
        <translation>Uitvoer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <source>Output that holds a recipe</source>
        <translation>Uitvoer met de instellingen erin (recept)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>outside the gemeenten of these data</source>
        <translation>buiten de gemeenten van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>overlaps {areas}</source>
        <translation>overlapt met {areas}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Own area</source>
        <translation>Eigen gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>own calculation</source>
        <translation>eigen berekening</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Own calculation; an association, no cause.</source>
        <translation>Eigen berekening; een samenhang, geen oorzaak.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>own calculation; the ministry has not published any</source>
        <translation>eigen berekening; het ministerie heeft ze niet gepubliceerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>own dwelling</source>
        <translation>eigen woning</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Own dwellings</source>
        <translation>Eigen woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>own dwellings</source>
        <translation>eigen woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>own dwellings (points)</source>
        <translation>eigen woningen (punten)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>own dwellings inside</source>
        <translation>eigen woningen erbinnen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Own dwellings: column with the number of dwellings (one each when empty)</source>
        <translation>Eigen woningen: kolom met het aantal woningen (leeg: elk één)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Own dwellings: column with the year of building; later than the edition doesn't count</source>
        <translation>Eigen woningen: kolom met het bouwjaar; later dan de editie telt niet mee</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Own dwellings: filter (SQL; when empty those with a residential use)</source>
        <translation>Eigen woningen: filter (SQL; leeg: die met een woonfunctie)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Own dwellings: points, such as verblijfsobjecten of the BAG (GeoPackage)</source>
        <translation>Eigen woningen: punten, zoals verblijfsobjecten uit de BAG (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Own dwellings…</source>
        <translation>Eigen woningen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>own fit on {table}, {level} {year}</source>
        <translation>eigen schatting op {table}, {level} {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>own gemeente</source>
        <translation>eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>Own groups, like: Name: Schiedam; GM0622 | Second: Maassluis</source>
        <translation>Eigen groepen, zoals: Naam: Schiedam; GM0622 | Tweede: Maassluis</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Own rule (JSON), instead of the rule above</source>
        <translation>Eigen regel (JSON), in plaats van de regel hierboven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Own rules</source>
        <translation>Eigen regels</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Own rules: keep, hand on or take over</source>
        <translation>Eigen regels: opslaan, doorgeven of overnemen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>Own weights and reference</source>
        <translation>Eigen gewichten en referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>own, landscape</source>
        <translation>meegeleverd, liggend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>own, portrait</source>
        <translation>meegeleverd, staand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/coefficients.py"/>
        <source>p &lt; {value}</source>
        <translation>p &lt; {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/coefficients.py"/>
        <source>p = {value}</source>
        <translation>p = {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Pack a project for a colleague</source>
        <translation>Project inpakken voor een collega</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <source>Part</source>
        <translation>Deel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Part (0 to 1) of the dwellings of an area that stand in squares of a class, or of that class and all below it. NULL when the area has no score.</source>
        <translation>Deel (0 tot 1) van de woningen van een gebied dat in vierkanten van een klasse staat, of van die klasse en alle lagere. NULL als het gebied geen score heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Part in the change of all squares</source>
        <translation>Deel in de verandering van alle vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Part of all residents</source>
        <translation>Deel van alle inwoners</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Part of all residents of classes 1 to 3 that lives here</source>
        <translation>Deel van alle inwoners van klasse 1 tot en met 3 dat hier woont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Part of all residents of classes 1 to 4 that lives here</source>
        <translation>Deel van alle inwoners van klasse 1 tot en met 4 dat hier woont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Part of the dwellings where the dimension has class {highest} or lower</source>
        <translation>Deel van de woningen waar de dimensie klasse {highest} of lager heeft</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Part of the surface in squares with a score</source>
        <translation>Deel van de oppervlakte in vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Part of the surface with a score</source>
        <translation>Deel van het oppervlak met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>part of the variance: {first} alone, {total} with what it interacts with</source>
        <translation>deel van de spreiding: {first} alleen, {total} samen met andere keuzes</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>part of the way (0-1) to the gemeente's mean</source>
        <translation>deel van de weg (0-1) naar het gemiddelde van de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>part of the way to the gemeente</source>
        <translation>een deel naar de gemeente toe</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Part of the {weight} in squares that got better</source>
        <translation>Deel van de {weight} in vierkanten die vooruitgingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Part of the {weight} in squares that got worse</source>
        <translation>Deel van de {weight} in vierkanten die achteruitgingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Part of the {weight} in squares that score {class_name} or lower on {theme}, {year}</source>
        <translation>Deel van de {weight} in vierkanten met {class_name} of lager op {theme}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Part of the {weight} in squares that score {class_name} or lower, {year}</source>
        <translation>Deel van de {weight} in vierkanten die {class_name} of lager scoren, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Part of the {weight} of its gemeente in squares that score higher on {theme}, {year}</source>
        <translation>Deel van de {weight} van de eigen gemeente in vierkanten met een hogere score op {theme}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Part of the {weight} of its gemeente in squares with a higher score, {year}</source>
        <translation>Deel van de {weight} van de gemeente in vierkanten met een hogere score, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Part under pressure (weak or lower), {year}</source>
        <translation>Deel in klasse 1 tot en met 4 (zwak of lager), {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Parts</source>
        <translation>Delen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Parts of the country</source>
        <translation>Delen van het land</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/transitions.py"/>
        <source>Paths by class in the last year</source>
        <translation>Verloop naar klasse in het laatste jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>PC4</source>
        <translation>PC4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>PC4 area</source>
        <translation>postcodegebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>Pearson</source>
        <translation>Pearson</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Pearson, weighted</source>
        <translation>Pearson, gewogen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Persons per dwelling</source>
        <translation>Personen per woning</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Place</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Place by the total score, 1 is the highest, {year}</source>
        <translation>Rang naar totaalscore, 1 is de hoogste, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>place of the outline</source>
        <translation>plaats van de omtrek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/surrogate.py"/>
        <source>Places with all indicators ({indicators}), a size and published dimensions: {places}; a fit needs at least {least}. Leave indicators out or add places.</source>
        <translation>Plekken met alle indicatoren ({indicators}), een gewicht en gepubliceerde dimensies: {places}. Een schatting heeft er minstens {least} nodig. Laat indicatoren weg of voeg plekken toe.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>Places with residuals</source>
        <translation>Plekken met afwijkingen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>Places with scores by the table</source>
        <translation>Plekken met scores volgens de tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Point to it…</source>
        <translation>Wijs aan…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Point to the data…</source>
        <translation>Gegevens aanwijzen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Points</source>
        <translation>Punten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Points left out: {parts}.</source>
        <translation>Weggelaten punten: {parts}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>points of dwellings of your own ({file}): {count}</source>
        <translation>eigen woningen als punten ({file}): {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>Points of dwellings, such as verblijfsobjecten of the BAG, as a weight beside those of CBS. Without a filter those with a residential use count, or all where the file doesn't tell.</source>
        <translation>Punten van woningen, zoals verblijfsobjecten van de BAG, als weging naast die van het CBS. Zonder filter tellen die met een woonfunctie, of alle als het bestand dat niet zegt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Points of the design, per choice</source>
        <translation>Punten van de steekproef, per keuze</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Portrait</source>
        <translation>Staand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/profile.py"/>
        <location filename="../leefbaar_plugin/charts/profile_dots.py"/>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>Progress of the search</source>
        <translation>Voortgang van het zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/locator.py"/>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <location filename="../leefbaar_plugin/layers/areas/project_areas.py"/>
        <source>Project areas</source>
        <translation>Projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Project file (the open one when empty), as it was saved</source>
        <translation>Projectbestand (leeg: het geopende), zoals het is opgeslagen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/received.py"/>
        <source>Project packed by a colleague</source>
        <translation>Project dat een collega heeft ingepakt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>project, areas, data and these files</source>
        <translation>project, gebieden, gegevens en deze bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>provinces</source>
        <translation>provincies</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>provisional</source>
        <translation>voorlopig</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>published</source>
        <translation>gepubliceerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Published for this area</source>
        <translation>Gepubliceerd voor dit gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Published is {score}; the example reckons with the squares of the area.</source>
        <translation>Gepubliceerd is {score}; het voorbeeld rekent met de vierkanten van het gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>Published score</source>
        <translation>Gepubliceerde score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>Published score; its squares give {measured} ({difference})</source>
        <translation>Gepubliceerde score; de vierkanten geven {measured} ({difference})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Put area, rings and rest, with their figures of all years, into the project</source>
        <translation>Zet gebied, ringen en rest, met hun cijfers van alle jaren, in het project</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Put the area back</source>
        <translation>Gebied terugzetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Put the areas with their figures of all years into the project</source>
        <translation>Zet de gebieden met hun cijfers van alle jaren in het project</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/giving_back.py"/>
        <source>Put the layers that were removed back in the project</source>
        <translation>De verwijderde kaartlagen weer in het project zetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Put the list on the clipboard (Ctrl+C)</source>
        <translation>De lijst op het klembord zetten (Ctrl+C)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/words.py"/>
        <source>Put the rule with its source on the clipboard</source>
        <translation>De regel met zijn bron op het klembord zetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Put the table on the clipboard; the arrow offers the picture as well</source>
        <translation>Zet de tabel op het klembord; het pijltje biedt ook het plaatje</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <source>Put these areas with their change into the project, coloured by class of change</source>
        <translation>Zet deze gebieden met hun verandering in het project, gekleurd naar ontwikkelingsklasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>Put this account, with the outline, on the clipboard</source>
        <translation>Zet deze verantwoording, met de omtrek van het gebied, op het klembord</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>Put this paragraph on the clipboard</source>
        <translation>Zet deze alinea op het klembord</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/part.py"/>
        <source>Put this text on the clipboard</source>
        <translation>Zet deze tekst op het klembord</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_rows.py"/>
        <source>QGIS refuses the edit</source>
        <translation>QGIS weigert de bewerking</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>rank {place} of {count} buurten</source>
        <translation>
            <numerusform>rang {place} van {count} buurt</numerusform>
            <numerusform>rang {place} van {count} buurten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>raster (GeoTIFF)</source>
        <translation>raster (GeoTIFF)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Ratio</source>
        <translation>Verh.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Read a place</source>
        <translation>Lees een plek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Read place</source>
        <translation>Lees plek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>Reading the table…</source>
        <translation>De tabel wordt gelezen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Recipe: {recipe}</source>
        <translation>Instellingen (om te herhalen): {recipe}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>Reckoning variants…</source>
        <translation>Varianten berekenen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>recognised by its name</source>
        <translation>herkend aan de naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/own_points.py"/>
        <source>recognised by its name, else one each</source>
        <translation>herkend aan de naam, anders één per punt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Recompute and check the scores</source>
        <translation>Scores herberekenen en controleren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>Recompute scores of squares</source>
        <translation>Scores van vierkanten herberekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>Recomputed squares</source>
        <translation>Herberekende vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Redo</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Ref.</source>
        <translation>Ref.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>Reference</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>Reference of one's own weights</source>
        <translation>Referentie van de eigen gewichten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <source>Region {region} isn't one of {regions}.</source>
        <translation>Regio {region} bestaat niet. Kies een van: {regions}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Regions</source>
        <translation>Regio's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Relate</source>
        <translation>Verband</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Relate the change of the figure: minus this column</source>
        <translation>Leg de verandering van het cijfer ernaast: min deze kolom</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Relate the change of the score since this year</source>
        <translation>Leg de verandering van de score sinds dit jaar ernaast</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Relation with other figures</source>
        <translation>Verband met andere cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Remove the filter</source>
        <translation>Filter verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Rename</source>
        <translation>Hernoemen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>Rename the area</source>
        <translation>Naam van het gebied wijzigen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Repair of invalid polygons</source>
        <translation>Herstel van ongeldige polygonen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Report of areas (PDF)</source>
        <translation>Rapport van gebieden (PDF)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Report, PDF</source>
        <translation>Rapport, PDF</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Reports to send along</source>
        <translation>Rapporten om mee te sturen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Residents of classes 1 to 3 in all squares</source>
        <translation>Inwoners van klasse 1 tot en met 3 in alle vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Residents of classes 1 to 3 in these areas</source>
        <translation>Inwoners van klasse 1 tot en met 3 in deze gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Residents of these buurten</source>
        <translation>Inwoners van deze buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>rest of the gemeente</source>
        <translation>rest van de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>Ring {ring} begins within the one before it; rings can't overlap.</source>
        <translation>Ring {ring} begint binnen de vorige; ringen kunnen niet overlappen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>Ring {ring} has to go outwards, up to {most} m.</source>
        <translation>Ring {ring} moet naar buiten lopen, tot {most} m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <location filename="../leefbaar_plugin/gui/handover/options.py"/>
        <source>Rings (m)</source>
        <translation>Ringen (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Rings (m), as 250, 500 or 0-250, 250-500</source>
        <translation>Ringen (m), als 250, 500 of 0-250, 250-500</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Rings around areas (waterbed)</source>
        <translation>Ringen rond gebieden (waterbed)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/options.py"/>
        <source>Rings around each area in metres, as 250, 500 or 0-250, 250-500, in report and document</source>
        <translation>Ringen om elk gebied in meters, zoals 250, 500 of 0-250, 250-500, in rapport en document</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/report.py"/>
        <source>Rings around the areas (m), as 250, 500 (none when empty)</source>
        <translation>Ringen om de gebieden (m), zoals 250, 500 (leeg: geen)</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>Rings of {count} areas overlap other areas of the layer, which count in them.</source>
        <translation>
            <numerusform>Ringen van {count} gebied overlappen andere gebieden van de laag; die tellen erin mee.</numerusform>
            <numerusform>Ringen van {count} gebieden overlappen andere gebieden van de laag; die tellen erin mee.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Risen divided by fallen</source>
        <translation>Gestegen gedeeld door gedaald</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/robustness.py"/>
        <source>Robustness needs at least 1 run and a design of 2 points; asked were {runs} and {base}.</source>
        <translation>Robuustheid heeft minstens 1 variant en een steekproef van 2 punten nodig; gevraagd zijn {runs} en {base}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Robustness of areas</source>
        <translation>Robuustheid van gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>rounding of counts</source>
        <translation>afronding van aantallen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>Rows that don't add up</source>
        <translation>Rijen waarvan de som niet klopt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Rows with more or fewer cells than the header, which were read from the left: {count}.</source>
        <translation>Rijen met meer of minder cellen dan de kop, die vanaf links zijn gelezen: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Rows without a code: {count}.</source>
        <translation>Rijen zonder code: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>Rows without a score that were left out</source>
        <translation>Weggelaten rijen zonder score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/transition_matrix.py"/>
        <source>Rows: class in {since}; columns: class in {until}; % of the row</source>
        <translation>Rijen: klasse in {since}; kolommen: klasse in {until}; % van de rij</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rules.py"/>
        <source>Rule {rule} has no parameter {parameter}; it has {parameters}.</source>
        <translation>Regel {rule} heeft geen parameter {parameter}; wel {parameters}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/measure.py"/>
        <location filename="../leefbaar_plugin/engine/areas/coverage.py"/>
        <source>Rule {rule} isn't one of {rules}.</source>
        <translation>Regel {rule} bestaat niet. Kies een van: {rules}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>Rule {rule}: {entry} is missing.</source>
        <translation>Regel {rule}: {entry} ontbreekt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>Rule {rule}: {entry} is wrong; expected is {expected}.</source>
        <translation>Regel {rule}: {entry} is fout. Verwacht: {expected}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>Rule {rule}: {problem}</source>
        <translation>Regel {rule}: {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” asks for {times} of the last {back} measurements; that can't be.</source>
        <translation>Regel “{rule}” vraagt {times} van de laatste {back} metingen; dat kan niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” counts dwellings, and the data pack has none. Import it again with the squares of CBS.</source>
        <translation>Regel “{rule}” telt woningen, en het gegevenspakket heeft er geen. Importeer het opnieuw met de vierkanten van het CBS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” counts households, and the data pack has none. Import it again with the squares of CBS.</source>
        <translation>Regel “{rule}” telt huishoudens, en het gegevenspakket heeft er geen. Importeer het opnieuw met de vierkanten van het CBS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” counts inhabitants, and the data pack has none. Import it again with the squares of CBS.</source>
        <translation>Regel “{rule}” telt inwoners, en het gegevenspakket heeft er geen. Importeer het opnieuw met de vierkanten van het CBS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” counts the user's own dwellings, and the data pack has none. Import it again with a file of them.</source>
        <translation>Regel “{rule}” telt de eigen woningen, en het gegevenspakket heeft die niet. Importeer het opnieuw met een bestand ervan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <source>Rule “{rule}” needs {times} measurements; the data pack has {present} up to {year}.</source>
        <translation>Regel “{rule}” heeft {times} metingen nodig; het gegevenspakket heeft er {present} tot en met {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Rules (*.json)</source>
        <translation>Regels (*.json)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>R² of {dimension} on places held out</source>
        <translation>R² van {dimension} op achtergehouden plekken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>same class</source>
        <translation>zelfde klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Save all scenarios…</source>
        <translation>Alle scenario's opslaan…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Save the project</source>
        <translation>Project opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Save the project first: it is packed as it was saved.</source>
        <translation>Sla het project eerst op: het wordt ingepakt zoals het is opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/files.py"/>
        <source>Save the scenarios</source>
        <translation>Scenario's opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <source>Scatter</source>
        <translation>Puntenwolk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/kept.py"/>
        <source>Scenario {number}</source>
        <translation>Scenario {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Scenario “{name}” branches off from itself.</source>
        <translation>Scenario “{name}” is een vertakking van zichzelf.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Scenario “{name}” has no measures.</source>
        <translation>Scenario “{name}” heeft geen maatregelen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <location filename="../leefbaar_plugin/analysis/scenarios/history.py"/>
        <source>Scenario “{name}” has {count} measures; at most {most} are read.</source>
        <translation>Scenario “{name}” heeft {count} maatregelen; er worden er hoogstens {most} gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Scenario “{name}”, measure {number}: {problem}</source>
        <translation>Scenario “{name}”, maatregel {number}: {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Scenario: new, duplicate, delete</source>
        <translation>Scenario: nieuw, dupliceren, verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>Scenario; type to rename it</source>
        <translation>Scenario; typ om het te hernoemen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/files.py"/>
        <source>scenarios</source>
        <translation>scenario's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Scenarios (JSON, as the panel writes them; without one, the measure below)</source>
        <translation>Scenario's (JSON, zoals het paneel ze opslaat; leeg: de maatregel hieronder)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Scenarios and the data they were reckoned with (JSON; can be opened again)</source>
        <translation>Scenario's en de gegevens waarmee ze zijn berekend (JSON; opnieuw te openen)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>Scenarios beside each other</source>
        <translation>Scenario's naast elkaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/compare/table.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/attributes/cards.py"/>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Score by its squares</source>
        <translation>Score volgens de vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/tornado.py"/>
        <source>score from {low} to {high}</source>
        <translation>score van {low} tot {high}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <source>Score in the example</source>
        <translation>Score in het voorbeeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Score minus that of its gemeente, {year}</source>
        <translation>Score min die van zijn gemeente, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Score minus that of the gemeente in the same year</source>
        <translation>Score min die van de gemeente in hetzelfde jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>Score minus that of {reference}, {year}</source>
        <translation>Score min die van {reference}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/measures.py"/>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>Score model {model} has no classes of dimensions.</source>
        <translation>Scoremodel {model} heeft geen klassen van dimensies.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Score of an area: the mean of its squares, weighted as the settings say. NULL when it has none.</source>
        <translation>Score van een gebied: het gemiddelde van zijn vierkanten, gewogen volgens de instellingen. NULL als het er geen heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Score since</source>
        <translation>Score sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Score {score_cut}; {column} {value_cut}.</source>
        <translation>Score {score_cut}; {column} {value_cut}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/model.py"/>
        <source>Score {score} in {year}, class {class_name}</source>
        <translation>Score {score} in {year}, klasse {class_name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>Score {year}</source>
        <translation>Score {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>Scores by an indicator model</source>
        <translation>Scores met een indicatorenmodel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Scores of one year, in the official classes</source>
        <translation>Scores van één jaar, in de officiële klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Se&amp;arch</source>
        <translation>&amp;Zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Search a buurt, wijk or gemeente…</source>
        <translation>Zoek een buurt, wijk of gemeente…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>Search a gemeente</source>
        <translation>Zoek een gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Search a gemeente, wijk, buurt or project area…</source>
        <translation>Zoek een gemeente, wijk, buurt of projectgebied…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>Search again</source>
        <translation>Opnieuw zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <source>Search in the table</source>
        <translation>Zoeken in de tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Search the glossary</source>
        <translation>Zoek in de begrippen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Search the glossary…</source>
        <translation>Zoek in de begrippen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Second map with another year</source>
        <translation>Tweede kaart met een ander jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>Seconds for a year</source>
        <translation>Seconden per jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>secret counts</source>
        <translation>geheime aantallen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>See also:</source>
        <translation>Zie ook:</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Seed (the same seed gives the same answer)</source>
        <translation>Startgetal (hetzelfde startgetal geeft hetzelfde antwoord)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/ways.py"/>
        <source>Select buurten</source>
        <translation>Selecteer buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Select on the &amp;map</source>
        <translation>Kiezen op de k&amp;aart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/ways.py"/>
        <source>Select on the map</source>
        <translation>Selecteer op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Select squares on the map (the layer of squares) to change only those</source>
        <translation>Selecteer vierkanten op de kaart (de laag met vierkanten) om alleen die te veranderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Select up to {most} rows of the table to follow them.</source>
        <translation>Selecteer hoogstens {most} rijen van de tabel om ze te volgen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>Selected features without an outline, left out: {count}.</source>
        <translation>Geselecteerde objecten zonder omtrek, weggelaten: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>set a dimension to</source>
        <translation>dimensie vastzetten op</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>set a dimension to so many points</source>
        <translation>een dimensie op zoveel punten zetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Set beside</source>
        <translation>Naast zetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Set it beside my own areas, as a guest that isn't stored</source>
        <translation>Naast mijn eigen gebieden zetten, als gast die niet wordt opgeslagen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>Share (%)</source>
        <translation>Aandeel (%)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Share in squares of classes 1 to 4 in {since}</source>
        <translation>Aandeel in vierkanten van klasse 1 tot en met 4 in {since}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Share in squares of classes 1 to 4 in {until}</source>
        <translation>Aandeel in vierkanten van klasse 1 tot en met 4 in {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Share in squares of classes 8 and 9 in {until}</source>
        <translation>Aandeel in vierkanten van klasse 8 en 9 in {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>share of the surface inside</source>
        <translation>aandeel van het oppervlak binnen het gebied</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>Share of the {weight} in {squares} squares</source>
        <translation>
            <numerusform>Aandeel van de {weight} in {squares} vierkant</numerusform>
            <numerusform>Aandeel van de {weight} in {squares} vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_bar.py"/>
        <source>Share per class</source>
        <translation>Aandeel per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Share per class of {name}</source>
        <translation>Aandeel per klasse van {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Share with a high score and a high figure</source>
        <translation>Aandeel met hoge score en hoog cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Share with a high score and a low figure</source>
        <translation>Aandeel met hoge score en laag cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Share with a low score and a high figure</source>
        <translation>Aandeel met lage score en hoog cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Share with a low score and a low figure</source>
        <translation>Aandeel met lage score en laag cijfer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/square_tips.py"/>
        <source>Shares of squares</source>
        <translation>Aandeel van vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Shares of the {weight}, each year on the squares it has.</source>
        <translation>Aandelen van de {weight}, elk jaar op de vierkanten van dat jaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Sheet or layer of the file</source>
        <translation>Blad of laag van het bestand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/robustness.py"/>
        <source>Shift of the outline (m), at most, each way</source>
        <translation>Verschuiving van de omtrek (m), hoogstens, elke kant op</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Show both</source>
        <translation>Beide tonen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/made.py"/>
        <source>Show in folder</source>
        <translation>Toon in map</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>Show on the map</source>
        <translation>Toon op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Show on the map which squares change, and how much</source>
        <translation>Laat op de kaart zien welke vierkanten veranderen en hoeveel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/giving_back.py"/>
        <source>Show the map again</source>
        <translation>Kaart weer tonen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Show this level on the map and select with QGIS's own tools; Shift adds, Ctrl removes</source>
        <translation>Toon dit niveau op de kaart en selecteer met de gereedschappen van QGIS; Shift voegt toe, Ctrl haalt weg</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>Show…</source>
        <translation>Tonen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>since</source>
        <translation>sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Since {first} the score has fallen by {distance}, from {before} (class {number}, {class_name}) to {after}.</source>
        <translation>Sinds {first} is de score met {distance} gedaald, van {before} (klasse {number}, {class_name}) naar {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Since {first} the score has fallen by {distance}, from {before} to {after}; the class stayed the same.</source>
        <translation>Sinds {first} is de score met {distance} gedaald, van {before} naar {after}; de klasse bleef gelijk.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Since {first} the score has risen by {distance}, from {before} (class {number}, {class_name}) to {after}.</source>
        <translation>Sinds {first} is de score met {distance} gestegen, van {before} (klasse {number}, {class_name}) naar {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>Since {first} the score has risen by {distance}, from {before} to {after}; the class stayed the same.</source>
        <translation>Sinds {first} is de score met {distance} gestegen, van {before} naar {after}; de klasse bleef gelijk.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>Since {year}</source>
        <translation>Sinds {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>Since {year} by dimension: {parts}.</source>
        <translation>Sinds {year} per dimensie: {parts}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Situation</source>
        <translation>Situatie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>situation</source>
        <translation>situatie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>Situation in {year}</source>
        <translation>Situatie in {year}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>Situation now: class {number} ({class_name}) in {share} of {runs} variants.</source>
        <translation>
            <numerusform>Situatie nu: klasse {number} ({class_name}) in {share} van {runs} variant.</numerusform>
            <numerusform>Situatie nu: klasse {number} ({class_name}) in {share} van {runs} varianten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/table.py"/>
        <source>Size</source>
        <translation>Omvang</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/model_input.py"/>
        <source>Size of the blocks held out (m)</source>
        <translation>Grootte van de achtergehouden blokken (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Slope after the turning point</source>
        <translation>Helling na het omslagpunt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Slope before the turning point</source>
        <translation>Helling voor het omslagpunt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Slope of the straight line</source>
        <translation>Helling van de rechte lijn</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>Slope of the straight line: {slope} per unit ({confidence} % interval {low} to {high}).</source>
        <translation>Helling van de rechte lijn: {slope} per eenheid ({confidence} %-interval {low} tot {high}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>Slope, among neighbours: {confidence} % interval {low} to {high}.</source>
        <translation>Helling, gegeven de buren: {confidence} %-interval {low} tot {high}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>Small area: {count} inhabitants, fewer than {number}. Better not show it by itself.</source>
        <translation>
            <numerusform>Klein gebied: {count} inwoner, minder dan {number}. Toon het liever niet apart.</numerusform>
            <numerusform>Klein gebied: {count} inwoners, minder dan {number}. Toon het liever niet apart.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Small numbers: {count} {weight} only. Read the figures with care.</source>
        <translation>Kleine aantallen: {count} {weight}. Lees de cijfers met voorzichtigheid.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <source>so far: {value}</source>
        <translation>tot hier: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>so many more dwellings (or fewer)</source>
        <translation>zoveel woningen erbij (of eraf)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>so many times the dwellings</source>
        <translation>zoveel keer de woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Some of the squares have no code like E0974N4514.</source>
        <translation>Sommige vierkanten hebben geen code zoals E0974N4514.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/messages.py"/>
        <source>Something unexpected went wrong ({problem}). Details are in the log tab “Leefbaarometer”.</source>
        <translation>Er ging onverwacht iets mis ({problem}). Bijzonderheden staan in het logtabblad “Leefbaarometer”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <location filename="../leefbaar_plugin/report/printing/dressing.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Source line</source>
        <translation>Bronregel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/surrogate.py"/>
        <source>Spatial blocks in which the places lie: {blocks}; an honest error needs at least {least}. Take smaller blocks or more places.</source>
        <translation>Ruimtelijke blokken waarin de plekken liggen: {blocks}. Voor een eerlijke fout zijn er minstens {least} nodig. Neem kleinere blokken of meer plekken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>Spearman (ranks)</source>
        <translation>Spearman (rangen)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Spearman, weighted</source>
        <translation>Spearman, gewogen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>Spread</source>
        <translation>Spreid.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>square</source>
        <translation>vierkant</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Squares</source>
        <translation>Vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Squares adjoin by</source>
        <translation>Vierkanten grenzen aan elkaar met</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>Squares go into a file that ends in {ending}, not into {text}.</source>
        <translation>Vierkanten gaan naar een bestand dat eindigt op {ending}, niet naar {text}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>squares laid 50 m further</source>
        <translation>vierkanten 50 m verder</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Squares left out</source>
        <translation>Weggelaten vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Squares of the area without a score in every year are left out: {count}.</source>
        <translation>Vierkanten van het gebied zonder score in elk jaar zijn weggelaten: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Squares on the border</source>
        <translation>Vierkanten op de grens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>squares on the border: {rule}</source>
        <translation>vierkanten op de grens: {rule}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>Squares that share a side make a cluster, or also those that only touch at a corner</source>
        <translation>Vierkanten die een zijde delen vormen een cluster, of ook vierkanten die elkaar alleen op een hoek raken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Squares that the measures change</source>
        <translation>Vierkanten die door de maatregelen veranderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Squares with an estimated count</source>
        <translation>Vierkanten met een geschat aantal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Squares without a score in every year are left out: {count}.</source>
        <translation>Vierkanten zonder score in elk jaar zijn weggelaten: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/trend.py"/>
        <source>Squares without a score in every year, left out of the trend: {count} of {squares}.</source>
        <translation>Vierkanten zonder score in elk jaar, weggelaten uit de trend: {count} van {squares}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/trend.py"/>
        <source>Squares without a score in every year: {count} of {squares}; each counts in the years it has one.</source>
        <translation>Vierkanten zonder score in elk jaar: {count} van {squares}; elk telt mee in de jaren waarin het een score heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Squares without dimensions</source>
        <translation>Vierkanten zonder dimensies</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>Squares without inhabitants have no score; what lies in them says nothing of this area.</source>
        <translation>Vierkanten zonder inwoners hebben geen score. De cijfers zeggen niets over dat deel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/same_squares.py"/>
        <source>Squares {squares} isn't one of {sets}.</source>
        <translation>Vierkanten {squares} is er geen van {sets}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Squares, each alike</source>
        <translation>Vierkanten, elk even zwaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Standard deviation of the total of the squares</source>
        <translation>Standaardafwijking van de totaalscore van de vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Standard error</source>
        <translation>Standaardfout</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>Standard error of the amount, where a surrogate estimated it (points)</source>
        <translation>Standaardfout van het aantal punten, als een benaderend model die schatte</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>Standard error of the points, where a fitted surrogate estimated them</source>
        <translation>Standaardfout van de punten, als een benaderend model ze schatte</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>standard error ± {error}, by the surrogate</source>
        <translation>standaardfout ± {error}, van het benaderende model</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Step through the years</source>
        <translation>Door de jaren lopen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Store the areas of the list as a layer of the project</source>
        <translation>De gebieden van de lijst als laag van het project opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Store the chosen areas among the project areas</source>
        <translation>De gekozen gebieden bij de projectgebieden opslaan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Store the outline of this place among the project areas</source>
        <translation>De omtrek van deze plek opslaan bij de projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Store the selected polygons of the active layer as project areas</source>
        <translation>De geselecteerde polygonen van de actieve laag opslaan als projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Store the squares that change as a layer, coloured by their difference</source>
        <translation>Sla de vierkanten die veranderen op als laag, gekleurd naar hun verschil</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Stored among the project areas, {count}: {names}.</source>
        <translation>Opgeslagen bij de projectgebieden, {count}: {names}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Stored among the project areas: {names}.</source>
        <translation>Opgeslagen bij de projectgebieden: {names}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>straight line</source>
        <translation>rechte lijn</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>Sub-model “{part}” of dimension {dimension} gives every place the same score, so it can't be combined.</source>
        <translation>Deelmodel “{part}” van dimensie {dimension} geeft elke plek dezelfde score en kan dus niet worden gecombineerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Sum of the areas found, beside the other year</source>
        <translation>Optelling van de gevonden gebieden, naast het andere jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Table with figures per area</source>
        <translation>Tabel met cijfers per gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Table, CSV</source>
        <translation>Tabel, CSV</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/table_input.py"/>
        <source>Table: a file or a layer</source>
        <translation>Tabel: een bestand of een laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Table: a file or a layer of the project</source>
        <translation>Tabel: een bestand of een laag van het project</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Tables and map files</source>
        <translation>Tabellen en GIS-bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Tables, Excel</source>
        <translation>Tabellen, Excel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>Take off the list</source>
        <translation>Van de lijst halen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Take over a rule</source>
        <translation>Een regel overnemen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/locator.py"/>
        <source>Take over as project area</source>
        <translation>Neem over als projectgebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Take over from a file…</source>
        <translation>Uit een bestand overnemen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Take over official areas, or combine areas into one…</source>
        <translation>Officiële gebieden overnemen, of gebieden samenvoegen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Take the buurt in the middle of the map</source>
        <translation>Neem de buurt midden op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>Taken instead: {areas}.</source>
        <translation>In plaats daarvan: {areas}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Terms</source>
        <translation>Termen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That equals the fixed reference of {reference}.</source>
        <translation>Dat is gelijk aan de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That is fewer than {least}, so read the figures with care.</source>
        <translation>Dat zijn er minder dan {least}: wees voorzichtig met conclusies.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That is the score that is published for this area.</source>
        <translation>Dat is de score die voor dit gebied is gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That is the score that is published for this area; its squares give {measured}.</source>
        <translation>Dat is de score die voor dit gebied is gepubliceerd; de vierkanten geven {measured}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That is {distance} above the fixed reference of {reference}.</source>
        <translation>Dat is {distance} boven de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>That is {distance} below the fixed reference of {reference}.</source>
        <translation>Dat is {distance} onder de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>That of the Leefbaarometer, the same for every year</source>
        <translation>Die van de Leefbaarometer, voor elk jaar dezelfde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>the area</source>
        <translation>het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>The area and its surroundings</source>
        <translation>Het gebied en zijn omgeving</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/tables.py"/>
        <source>The area and its surroundings, on the squares scored in {since} and {year}</source>
        <translation>Het gebied en zijn omgeving, op de vierkanten met een score in {since} en {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>The area can't be changed; it isn't there any more.</source>
        <translation>Het gebied kan niet worden gewijzigd; het bestaat niet meer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/subject.py"/>
        <source>The area has no outline.</source>
        <translation>Het gebied heeft geen omtrek.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The area has no score.</source>
        <translation>Het gebied heeft geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the area lies in no gemeente of these data</source>
        <translation>het gebied ligt in geen gemeente van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>The area lies in no gemeente that is whole in these data.</source>
        <translation>Het gebied ligt in geen gemeente die geheel in deze gegevens zit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>The area lies in this gemeente</source>
        <translation>Het gebied ligt in deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>The area lies outside the scored squares of these data, so it has no score.</source>
        <translation>Het gebied ligt buiten de vierkanten met een score in deze gegevens en heeft dus geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/effects.py"/>
        <source>The area or squares of measure “{kind}” lie outside the data.</source>
        <translation>Het gebied of de vierkanten van maatregel “{kind}” liggen buiten de gegevens.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>The area with its outline moved outwards; negative: inwards</source>
        <translation>Het gebied met de grens naar buiten verschoven; negatief: naar binnen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>The area, its rings, the rest of its gemeente</source>
        <translation>Het gebied, zijn ringen, de rest van zijn gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>The area, rings around it and the rest of its gemeente</source>
        <translation>Het gebied, ringen eromheen en de rest van zijn gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>The areas against their gemeenten and the country</source>
        <translation>De gebieden tegenover hun gemeenten en het land</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>The areas are back. Save the project to keep them with it.</source>
        <translation>De gebieden zijn terug. Sla het project op om ze erbij te houden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_batch.py"/>
        <location filename="../leefbaar_plugin/layers/areas/area_rows.py"/>
        <source>The areas can't be stored in {file}: {problem}.</source>
        <translation>De gebieden kunnen niet worden opgeslagen in {file}: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The areas have no score in {year}.</source>
        <translation>De gebieden hebben geen score in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>the areas of the page together</source>
        <translation>de gebieden van de pagina samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/keeping.py"/>
        <source>The areas of this project can't be opened: {file} isn't there. Bring it back, or remove layer {layer} first.</source>
        <translation>De gebieden van dit project kunnen niet worden geopend: {file} ontbreekt. Zet het terug, of verwijder eerst laag {layer}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>The areas overlap by {surface}; all together counts that once.</source>
        <translation>De gebieden overlappen elkaar over {surface}; in ‘alles samen’ telt dat één keer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_together.py"/>
        <source>The areas stay in {file} for now: they are edited together with other layers. Save the edits, and then the project again.</source>
        <translation>De gebieden blijven voorlopig in {file}: ze worden samen met andere lagen bewerkt. Sla de bewerkingen op, en daarna het project opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The association can't be told from chance: neighbouring areas resemble each other in both figures, and so many unrelated figures would go together as much.</source>
        <translation>De samenhang is niet van toeval te onderscheiden. Buurgebieden lijken in beide cijfers op elkaar; ook cijfers zonder verband gaan dan vaak even sterk samen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The bound between two classes isn't known exactly here: it may also be class {number} ({class_name}).</source>
        <translation>De score ligt zo dicht bij een klassengrens die niet precies bekend is, dat het ook klasse {number} ({class_name}) kan zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>the bound isn't known exactly</source>
        <translation>de klassengrens is niet exact bekend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The bound with class {number} ({class_name}) lies {distance} lower.</source>
        <translation>De grens met klasse {number} ({class_name}) ligt {distance} lager.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The bounds of classification {column} aren't in order.</source>
        <translation>De grenzen van classificatie {column} staan niet op volgorde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The bounds of the classes matter most.</source>
        <translation>De klassengrenzen maken het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>The bounds were recovered from published scores; this one lies where they leave room.</source>
        <translation>De klassengrenzen zijn afgeleid uit gepubliceerde scores. Deze score ligt waar ze ruimte laten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The change is as published.</source>
        <translation>De ontwikkeling is zoals gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The change is the difference of the published scores.</source>
        <translation>De verandering is het verschil van de gepubliceerde scores.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The change is the mean over {squares} squares with a score in both years, weighted by {weight}.</source>
        <translation>
            <numerusform>De verandering is die van {squares} vierkant met een score in beide jaren.</numerusform>
            <numerusform>De verandering is het gemiddelde over {squares} vierkanten met een score in beide jaren, gewogen naar {weight}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The choice of weight matters most.</source>
        <translation>De keuze van het gewicht maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>the chosen area, else all squares</source>
        <translation>het gekozen gebied, anders alle vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/importer.py"/>
        <source>The chosen gemeenten hold no squares with a score.</source>
        <translation>De gekozen gemeenten bevatten geen vierkanten met een score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>the chosen rows of Compare ({count})</source>
        <translation>de gekozen rijen van Vergelijken ({count})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>The class is uncertain: the score lies within the uncertainty of a bound.</source>
        <translation>De klasse is onzeker: de score ligt binnen de onzekerheid van een klassengrens.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The class of change is an own calculation: the ministry's bounds for it aren't public.</source>
        <translation>De ontwikkelingsklasse is een eigen berekening: de grenzen van het ministerie ervoor zijn niet openbaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The classes of a model file aren't numbered 1, 2, 3 and so on.</source>
        <translation>De klassen van een modelbestand zijn niet genummerd als 1, 2, 3 enzovoort.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>The classes of change are an own calculation: the ministry's bounds aren't public.</source>
        <translation>De ontwikkelingsklassen zijn een eigen berekening: de grenzen van het ministerie zijn niet openbaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The codes were found in column {column}.</source>
        <translation>De codes staan in kolom {column}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>The coordinate system of the geometry isn't known.</source>
        <translation>Het coördinatenstelsel van de geometrie is niet bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>the country</source>
        <translation>het land</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>The country is the mean of the published scores of its gemeenten, weighed by their households; of shares per class nothing is known.</source>
        <translation>Het land is het gemiddelde van de gepubliceerde scores van zijn gemeenten, gewogen naar hun huishoudens; over aandelen per klasse is niets bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/totals.py"/>
        <source>The counts are of one year; what changes is the class of squares.</source>
        <translation>De aantallen zijn van één jaar; wat verandert is de klasse van vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The counts that CBS keeps secret matter most.</source>
        <translation>De aantallen die het CBS geheimhoudt maken het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>the current area</source>
        <translation>het huidige gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>The data aren't opened yet.</source>
        <translation>De gegevens zijn nog niet geopend.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>The data don't hold all squares of {names}; their figures were kept at the import.</source>
        <translation>
            <numerusform>De gegevens bevatten niet alle vierkanten van {names}; de cijfers daarvan zijn bij de import vastgelegd.</numerusform>
            <numerusform>De gegevens bevatten niet alle vierkanten van {names}; de cijfers daarvan zijn bij de import vastgelegd.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>The data have no areas of level {level}.</source>
        <translation>De gegevens bevatten geen gebieden van niveau {level}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>The data have no outlines of gemeenten, so the areas aren't set against theirs.</source>
        <translation>De gegevens hebben geen omtrekken van gemeenten, dus de gebieden staan niet tegenover hun gemeente.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/rings.py"/>
        <source>The data have no outlines of gemeenten, so there is no rest of the gemeente to compare with.</source>
        <translation>De gegevens hebben geen omtrekken van gemeenten, dus er is geen rest van de gemeente om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>The data have no outlines of level {level}.</source>
        <translation>De gegevens hebben geen omtrekken van niveau {level}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <location filename="../leefbaar_plugin/pack/official.py"/>
        <source>The data have no {level} with outlines.</source>
        <translation>De gegevens hebben geen {level} met grenzen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/area_changes.py"/>
        <source>The data have no {level}.</source>
        <translation>De gegevens bevatten geen {level}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/references/references.py"/>
        <source>The data have no {reference} to compare with.</source>
        <translation>De gegevens hebben geen {reference} om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>The data hold a part only of these areas ({names}), so that nothing can be counted in them.</source>
        <translation>Van deze gebieden ({names}) bevatten de gegevens maar een deel, dus er valt niets in te tellen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>The data hold no numbers of {asked}; {used} take their place.</source>
        <translation>De gegevens bevatten geen aantallen {asked}; in plaats daarvan tellen {used}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/level_names.py"/>
        <source>The data hold no outlines of level {level}: they are made here, as unions of level {parts}.</source>
        <translation>De gegevens bevatten geen grenzen van niveau {level}. De omtrekken zijn hier samengevoegd uit die van niveau {parts}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>The data of this project ({name}) aren't where they were.</source>
        <translation>De gegevens van dit project ({name}) staan niet meer waar ze stonden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/importer.py"/>
        <source>The data pack can't be written in {folder}: {problem}.</source>
        <translation>Het gegevenspakket kan niet worden geschreven in {folder}: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/places.py"/>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <source>The data pack has no areas of the level {level}; it has {levels}.</source>
        <translation>Het gegevenspakket heeft geen gebieden van het niveau {level}; het heeft {levels}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>The data pack has no counts of dwellings. Import the CBS squares too, or choose another weight.</source>
        <translation>Het gegevenspakket heeft geen aantallen woningen. Importeer ook de CBS-vierkanten, of kies een ander gewicht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>The data pack has no counts of households. Import the CBS squares too, or choose another weight.</source>
        <translation>Het gegevenspakket heeft geen aantallen huishoudens. Importeer ook de CBS-vierkanten, of kies een ander gewicht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>The data pack has no counts of inhabitants. Import the CBS squares too, or choose another weight.</source>
        <translation>Het gegevenspakket heeft geen aantallen inwoners. Importeer ook de CBS-vierkanten, of kies een ander gewicht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/evidence.py"/>
        <source>The data pack has no counts of {kind}, which this signal needs.</source>
        <translation>Het gegevenspakket heeft geen aantallen {kind}, en die zijn voor deze regel nodig.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>The data pack has no counts of {wanted}; the weight used is: {used}.</source>
        <translation>Het gegevenspakket heeft geen aantallen {wanted}; als gewicht is gebruikt: {used}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <source>The data pack has no counts per square; choose a column of the table as weight instead.</source>
        <translation>Het gegevenspakket heeft geen aantallen per vierkant. Kies een kolom van de tabel als gewicht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>The data pack has no own dwellings. Import a file of them too, or choose another weight.</source>
        <translation>Het gegevenspakket heeft geen eigen woningen. Importeer ook een bestand daarvan, of kies een ander gewicht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>The data pack has no points of dwellings; squares on the border count by their surface.</source>
        <translation>Het gegevenspakket heeft geen punten van woningen. Vierkanten op de grens tellen naar hun oppervlakte.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>The data pack has none of the years {years} of the output.</source>
        <translation>Het gegevenspakket heeft geen van de jaren {years} van de uitvoer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>The data pack holds no group of this kind with all its gemeenten, only parts of: {groups}. Choose own groups or every gemeente, or allow groups in part.</source>
        <translation>Het gegevenspakket bevat geen groep van deze soort met al haar gemeenten, alleen delen van: {groups}. Kies eigen groepen of elke gemeente, of sta delen van groepen toe.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/finder.py"/>
        <source>The data pack {folder} has no areas of level {level}; it has {levels}.</source>
        <translation>Het gegevenspakket {folder} heeft geen gebieden van niveau {level}; wel van {levels}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} holds no squares, so nothing can be computed from it.</source>
        <translation>Het gegevenspakket {folder} bevat geen vierkanten, dus er kan niets mee worden berekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/cut.py"/>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} is damaged ({problem}). Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd ({problem}). Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/folder.py"/>
        <source>The data pack {folder} is damaged, and holds files that don't belong to it ({files}). Move these, or choose another folder.</source>
        <translation>Het gegevenspakket {folder} is beschadigd, en er staan bestanden in die er niet bij horen ({files}). Verplaats die, of kies een andere map.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/schema.py"/>
        <source>The data pack {folder} is damaged: entry {entry} of pack.json isn't like {example}. Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: onderdeel {entry} van pack.json lijkt niet op {example}. Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} is damaged: pack.json can't be read ({problem}). Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: pack.json is niet te lezen ({problem}). Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/schema.py"/>
        <source>The data pack {folder} is damaged: pack.json can't be read.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: pack.json is niet te lezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/schema.py"/>
        <source>The data pack {folder} is damaged: pack.json has no entry {entry}. Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: in pack.json ontbreekt onderdeel {entry}. Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} is damaged: {file} isn't what was written. Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: {file} is niet meer zoals het is opgeslagen. Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} is incomplete: {missing} is missing. Import the data again.</source>
        <translation>Het gegevenspakket {folder} is onvolledig: {missing} ontbreekt. Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>The data pack {folder} isn't there any more. Put it back, or import the data again.</source>
        <translation>Het gegevenspakket {folder} is er niet meer. Zet het terug, of importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/schema.py"/>
        <source>The data pack {folder} was made by a newer version of the plugin (format {format}; this version reads {known}). Update the plugin or import the data again.</source>
        <translation>Het gegevenspakket {folder} is gemaakt met een nieuwere versie van de plug-in (indeling {format}; deze versie leest {known}). Werk de plug-in bij of importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The decrease is less than {least} beyond what it was elsewhere, so there is no sign of a waterbed.</source>
        <translation>De daling is minder dan {least} groter dan elders, dus niets wijst op een waterbed.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The difference is largest in “{dimension}” ({value}).</source>
        <translation>Het verschil is het grootst bij “{dimension}” ({value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>The dimension that explains most of it</source>
        <translation>De dimensie met de grootste bijdrage eraan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The dimension “{dimension}” contributed most to that ({value}).</source>
        <translation>De dimensie “{dimension}” droeg daar het meest aan bij ({value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_bar.py"/>
        <source>The dimensions aren't published for this year.</source>
        <translation>Voor dit jaar zijn de dimensies niet gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/places.py"/>
        <source>The dimensions of {year} aren't published for {level}.</source>
        <translation>De dimensies van {year} zijn niet gepubliceerd voor {level}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/effects.py"/>
        <source>The dimensions of {year} aren't published, so measures on them can't be tried. Choose another year.</source>
        <translation>De dimensies van {year} zijn niet gepubliceerd, dus maatregelen daarop kunnen niet. Kies een ander jaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>The dimensions of {year} aren't published.</source>
        <translation>De dimensies van {year} zijn niet gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/importer.py"/>
        <source>The disk of {folder} is full; nothing was left behind. Make room and try again.</source>
        <translation>De schijf van {folder} is vol; er staat geen half bestand. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/needs.py"/>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>The earlier year {since} has to lie before {year}.</source>
        <translation>Het eerdere jaar {since} moet voor {year} liggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The edge, further in or out, matters most.</source>
        <translation>De rand, verder naar binnen of buiten, maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The figure is its change: minus the column {before}.</source>
        <translation>Het cijfer is zijn verandering: min de kolom {before}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>the figure itself</source>
        <translation>het cijfer zelf</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The figures are about {counted} in {squares} squares; {share} of the surface lies in scored squares.</source>
        <translation>
            <numerusform>De cijfers gaan over {counted} in één vierkant, waarin {share} van de oppervlakte ligt.</numerusform>
            <numerusform>De cijfers gaan over {counted} in {squares} vierkanten; {share} van de oppervlakte ligt in vierkanten met een score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The figures are about {squares} inhabited squares; {share} of the surface lies in scored squares.</source>
        <translation>
            <numerusform>De cijfers gaan over één bewoond vierkant, waarin {share} van de oppervlakte ligt.</numerusform>
            <numerusform>De cijfers gaan over {squares} bewoonde vierkanten; {share} van de oppervlakte ligt in vierkanten met een score.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>The figures are those of the panel and of the algorithm “Figures of areas”.</source>
        <translation>De cijfers zijn die van het paneel en van het algoritme “Cijfers van gebieden”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>The figures for {reference} were made in the same way from the same squares; published figures can differ slightly.</source>
        <translation>De cijfers voor {reference} zijn op dezelfde manier uit dezelfde vierkanten berekend; gepubliceerde cijfers kunnen daar iets van afwijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>The figures of the country were kept at the import, from all its squares, by {weight}; its shares per class are of the squares that each year has.</source>
        <translation>De cijfers van het land zijn bij de import bewaard, uit al zijn vierkanten, gewogen naar {weight}; de aandelen per klasse gaan over de vierkanten die elk jaar heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/history.py"/>
        <source>The file holds no scenarios.</source>
        <translation>Het bestand bevat geen scenario's.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>The file with the change of squares isn't read: it follows from their scores.</source>
        <translation>Het bestand met de ontwikkeling van vierkanten wordt niet gelezen: die volgt uit hun scores.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/edition.py"/>
        <source>The files are of different editions ({editions}). Import them one by one.</source>
        <translation>De bestanden zijn van verschillende edities ({editions}). Importeer ze een voor een.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>The files hold outlines or counts, but no scores. Add the file with scores, with columns {columns}.</source>
        <translation>De bestanden bevatten grenzen of aantallen, maar geen scores. Voeg het bestand met scores toe, met de kolommen {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>The filter of layer {layer} hides what was just stored.</source>
        <translation>Het filter van laag {layer} verbergt wat net is opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/development.py"/>
        <source>The first and the last year are both {year}. Choose two different years.</source>
        <translation>Het eerste en het laatste jaar zijn allebei {year}. Kies twee verschillende jaren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>The first divided by the second</source>
        <translation>Het eerste gedeeld door het tweede</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>The first value must be a geometry, such as @geometry.</source>
        <translation>De eerste waarde moet een geometrie zijn, zoals @geometry.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/development.py"/>
        <source>The first year {since} lies after the last year {until}; swap them.</source>
        <translation>Het eerste jaar {since} ligt na het laatste jaar {until}; wissel ze om.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/keeping.py"/>
        <source>The folder of the project can't be written. Its areas are stored in {file}.</source>
        <translation>Geen schrijfrechten in de map van het project. De gebieden staan in {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>The folder {folder} can't be made. Choose another one.</source>
        <translation>De map {folder} kan niet worden gemaakt. Kies een andere.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the gemeente of {name}</source>
        <translation>de gemeente {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/projection.py"/>
        <source>The geometry can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>De geometrie kan niet naar EPSG:28992 worden omgezet; ze ligt te ver van Nederland.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>The growth around it is less than {least} beyond what it was elsewhere, so there is no sign of a waterbed.</source>
        <translation>De groei eromheen is minder dan {least} groter dan elders, dus niets wijst op een waterbed.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The interval reaches the end of the range searched, so that its end isn't known.</source>
        <translation>Het interval reikt tot het einde van het doorzochte bereik; waar het eindigt is dus niet bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/aggregate_areas.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>The layer has no areas.</source>
        <translation>De laag heeft geen gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/printing/dressing.py"/>
        <source>the layer isn't there</source>
        <translation>de laag is er niet</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/areas.py"/>
        <source>The layer of project areas can't be opened.</source>
        <translation>De laag met projectgebieden kan niet worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/square_clusters.py"/>
        <source>The least number of dwellings can't be {number}.</source>
        <translation>Het kleinste aantal woningen kan niet {number} zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <source>The Leefbaarometer is not a causal model: it doesn't say what a measure does. Here is reckoned what the score would be if a dimension were so many points higher or lower. The published figures stay as they are.</source>
        <translation>De Leefbaarometer is geen causaal model en zegt niet wat een maatregel doet. Berekend wordt hoe hoog de score zou zijn als een dimensie zoveel punten hoger of lager was. De gepubliceerde cijfers blijven zoals ze zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/diagnostics.py"/>
        <source>The Leefbaarometer plugin can't work here ({problem}). Copy the diagnostics for who looks after it.</source>
        <translation>De plug-in Leefbaarometer kan hier niet werken ({problem}). Kopieer de diagnose voor wie hem beheert.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/diagnostics.py"/>
        <source>The Leefbaarometer plugin is incomplete: {name} is missing. Install its zip again.</source>
        <translation>De Leefbaarometer-plug-in is onvolledig: {name} ontbreekt. Installeer de zip opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/diagnostics.py"/>
        <source>The Leefbaarometer plugin needs the Python library {name}, which is damaged here or doesn't fit the rest of this QGIS ({problem}). Install QGIS again.</source>
        <translation>De plug-in Leefbaarometer heeft de Python-bibliotheek {name} nodig, en die is hier beschadigd of past niet bij de rest van deze QGIS ({problem}). Installeer QGIS opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/diagnostics.py"/>
        <source>The Leefbaarometer plugin needs the Python library {name}, which this QGIS lacks. Install QGIS again.</source>
        <translation>De plug-in Leefbaarometer heeft de Python-bibliotheek {name} nodig, en die heeft deze QGIS niet. Installeer QGIS opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/plausible.py"/>
        <source>The limits {low} and {high} of a model file aren't in order.</source>
        <translation>De grenzen {low} en {high} in een modelbestand staan niet op volgorde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>the list of Find ({count})</source>
        <translation>de lijst van Vinden ({count})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>The lowest class {low} lies above the highest {high}.</source>
        <translation>De laagste klasse {low} ligt boven de hoogste {high}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/painting.py"/>
        <source>The map changed while the report was being made, so it was stopped. Make it again.</source>
        <translation>De kaart veranderde terwijl het rapport werd gemaakt. Het maken is gestopt. Maak het rapport opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <source>The map shows</source>
        <translation>De kaart toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/selection.py"/>
        <source>The margin is {margin} m; it can't be below 0.</source>
        <translation>De marge is {margin} m; die kan niet onder 0 liggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/effects.py"/>
        <source>The mean of the gemeente of these squares isn't known; give a number as the goal.</source>
        <translation>Het gemiddelde van de gemeente van deze vierkanten is niet bekend. Vul een getal in als doel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>The measurement that the change is counted from</source>
        <translation>De meting vanaf welke de verandering geldt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>The measures of “{name}” change no score.</source>
        <translation>De maatregelen van “{name}” veranderen geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>The ministry's bounds between the classes of change aren't public; these are ours.</source>
        <translation>De grenzen van het ministerie tussen de ontwikkelingsklassen zijn niet openbaar; dit zijn de onze.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>The names can't be read.</source>
        <translation>De namen kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>the nearest areas</source>
        <translation>de dichtstbijzijnde gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>The next year</source>
        <translation>Het volgende jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>The number of inhabitants of this area isn't known here; it may be below {number}.</source>
        <translation>Het aantal inwoners van dit gebied is hier niet bekend; het kan onder {number} liggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <source>The open data hold areas only. Rules look at the squares within an area: import the scores and geometry of the squares (grid) too.</source>
        <translation>De geopende gegevens bevatten alleen gebieden. Regels kijken naar de vierkanten in een gebied: importeer ook de scores en de geometrie van de vierkanten (grid).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the other gemeenten</source>
        <translation>de overige gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>The outline crosses itself many times; it is being repaired. The figures follow.</source>
        <translation>De omtrek kruist zichzelf vaak en wordt hersteld. De cijfers volgen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>The outline crosses itself; it was repaired to measure it.</source>
        <translation>De omtrek kruist zichzelf en is hersteld om het gebied te kunnen berekenen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/subject.py"/>
        <source>The outline of the area is being repaired.</source>
        <translation>De omtrek van het gebied wordt hersteld.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>The output is of {then} and the data pack of {now}; their scores can't be compared.</source>
        <translation>De uitvoer is van {then} en het gegevenspakket van {now}; die scores zijn niet te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/replay.py"/>
        <source>The output made again</source>
        <translation>De uitvoer, opnieuw gemaakt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/packs_dialog.py"/>
        <source>The pack that is open keeps its layers; this one gets a group of its own, and the panel shows it.</source>
        <translation>Het geopende pakket houdt zijn lagen. Dit pakket krijgt een eigen groep en komt in het paneel.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/compare/pictures.py"/>
        <source>The pictures show {shown} areas; {left_out} more are selected.</source>
        <translation>
            <numerusform>De grafieken tonen {shown} gebieden; er is er nog {left_out} geselecteerd.</numerusform>
            <numerusform>De grafieken tonen {shown} gebieden; er zijn er nog {left_out} geselecteerd.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The place of the outline matters most.</source>
        <translation>De plaats van de omtrek maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/group_kinds.py"/>
        <source>The plugin has no list of shrink regions, and no borders of the twenty areas of the NPLV: give them as areas of your own.</source>
        <translation>De plug-in heeft geen lijst van krimpregio’s en geen grenzen van de twintig gebieden van het NPLV: geef die als eigen gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/resources.py"/>
        <source>The plugin's file {file} can't be read: {problem}.</source>
        <translation>Het bestand {file} van de plug-in is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>The plugin's rules are missing: {folder}.</source>
        <translation>De regels van de plug-in ontbreken: {folder}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/keeping.py"/>
        <source>The project is kept in a database. Its areas are stored in {file}.</source>
        <translation>Het project staat in een database. De gebieden staan in {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>The project uses the data pack {folder}, which can't be opened.</source>
        <translation>Gegevenspakket {folder} kan niet worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>The published change is shown, not our own difference.</source>
        <translation>Getoond wordt de gepubliceerde verandering, niet ons eigen verschil.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>The published change of {levels} contradicts the published scores.</source>
        <translation>De gepubliceerde verandering van {levels} spreekt de gepubliceerde scores tegen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>The published scores of its gemeenten, weighed by their households. Their squares aren't in the files, so there are no shares per class.</source>
        <translation>De gepubliceerde scores van de gemeenten, gewogen naar hun huishoudens. Hun vierkanten staan niet in de bestanden; daarom zijn er geen aandelen per klasse.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/recipe.py"/>
        <source>The recipe in {file} is damaged: {problem}.</source>
        <translation>Het recept in {file} is beschadigd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>the rest of the gemeente</source>
        <translation>de rest van de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The rounding of the counts matters most.</source>
        <translation>De afronding van de aantallen maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The rows of {year} were used: {count}.</source>
        <translation>De rijen van {year} zijn gebruikt: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The rule for missing counts matters most.</source>
        <translation>De regel voor ontbrekende aantallen maakt het meest uit.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>the rule isn't meant for these</source>
        <translation>hiervoor is de regel niet bedoeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <source>The rule {name} was deleted.</source>
        <translation>De regel {name} is verwijderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>the same</source>
        <translation>gelijk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>the same data give other figures: the output or the data pack was changed, or the plugin was</source>
        <translation>dezelfde gegevens geven andere cijfers: de uitvoer, het gegevenspakket of de plug-in is veranderd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>the same in all years</source>
        <translation>dezelfde in alle jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>The same part in {reference}</source>
        <translation>Hetzelfde deel in {reference}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/trend.py"/>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>the same squares in all years</source>
        <translation>dezelfde vierkanten in alle jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/kept.py"/>
        <source>The scenarios of this project can't be read, and were put aside. {problem}</source>
        <translation>De scenario's van dit project zijn niet te lezen en zijn apart gezet. {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/files.py"/>
        <source>The scenarios were saved in {file}.</source>
        <translation>De scenario's zijn opgeslagen in {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>The score is higher than that of the squares with {share} of the {weight} of {name}.</source>
        <translation>De score is hoger dan die van de vierkanten met {share} van de {weight} van {name}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The score is its change from {since} to {until}; the class is that of {until}.</source>
        <translation>De score is de verandering van {since} tot {until}; de klasse is die van {until}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>The score is lower than that of the squares with {share} of the {weight} of {name}.</source>
        <translation>De score is lager dan die van de vierkanten met {share} van de {weight} van {name}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>The score is the mean of the scores of {squares} squares of 100 by 100 m, each counted equally.</source>
        <translation>
            <numerusform>De score is die van {squares} vierkant van 100 bij 100 m.</numerusform>
            <numerusform>De score is het gemiddelde van de scores van {squares} vierkanten van 100 bij 100 m, die elk even zwaar tellen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>The score is the mean of the scores of {squares} squares of 100 by 100 m, weighted by {weight}.</source>
        <translation>
            <numerusform>De score is die van {squares} vierkant van 100 bij 100 m.</numerusform>
            <numerusform>De score is het gemiddelde van de scores van {squares} vierkanten van 100 bij 100 m, gewogen naar {weight}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>the score itself</source>
        <translation>de score zelf</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/class_chip.py"/>
        <source>The score lies where the bound of the class is not exactly known.</source>
        <translation>De score ligt waar de grens van de klasse niet precies bekend is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>The score when one choice alone is another</source>
        <translation>De score als alleen één keuze anders is</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>The scores of {levels} differ more from the published ones than rounding explains.</source>
        <translation>De scores van {levels} wijken meer af van de gepubliceerde dan door afronding kan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>The scores were computed from the squares, weighted by {weight}.</source>
        <translation>De scores zijn uit de vierkanten berekend, gewogen naar {weight}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <source>The search failed.</source>
        <translation>Het zoeken is mislukt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/rank.py"/>
        <source>The share of the dwellings that stand in squares with a higher or a lower score. The score of an area is a mean, and a mean lies nearer the middle than single squares do. So among squares an area seldom stands at the very end; its rank among the buurten, which are means too, compares like with like (1 is the highest). Below the smallest number of dwellings there is no rank.</source>
        <translation>Het aandeel van de woningen die in vierkanten met een hogere of een lagere score staan. De score van een gebied is een gemiddelde, en een gemiddelde ligt dichter bij het midden dan losse vierkanten. Onder vierkanten staat een gebied dus zelden helemaal aan het eind. De rang onder de buurten, die ook gemiddelden zijn, vergelijkt gelijk met gelijk (1 is de hoogste). Onder het kleinste aantal woningen is er geen rang.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>the six nearest areas</source>
        <translation>de zes dichtstbijzijnde gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/question.py"/>
        <source>The size of a block must be above 0 m.</source>
        <translation>De grootte van een blok moet meer dan 0 m zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/squares/grid.py"/>
        <source>The squares aren't in row-major order, or one of them stands there twice.</source>
        <translation>De vierkanten staan niet in rijvolgorde, of er staat er een dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>The squares of this area have no weight, so it has no score.</source>
        <translation>De vierkanten van dit gebied hebben geen gewicht, dus het heeft geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>The squares of {name} have no weight, so it has no score.</source>
        <translation>De vierkanten van {name} hebben geen gewicht; daarom is er geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/dressing.py"/>
        <source>The style couldn't be saved with the layer: {problem}.</source>
        <translation>De stijl kon niet met de laag worden opgeslagen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>The table has none of the published dimensions.</source>
        <translation>De tabel heeft geen van de gepubliceerde dimensies.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>The table holds several years per area: choose the year of the figure.</source>
        <translation>De tabel bevat meerdere jaren per gebied: kies het jaar van het cijfer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>The tick in the bars below is the reference</source>
        <translation>Het streepje in de balken hieronder is deze vergelijking</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>The total is the reference of {reference} plus the five dimensions.</source>
        <translation>De totaalscore is de referentie van {reference} plus de vijf dimensies.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/change/decomposition.py"/>
        <source>The weight of an area can't be negative.</source>
        <translation>Het gewicht van een gebied kan niet negatief zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>the weight used is {now}, for the data pack has no {then}</source>
        <translation>het gebruikte gewicht is {now}, want het gegevenspakket heeft geen {then}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>The year before</source>
        <translation>Het jaar ervoor</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>The year that the panel shows, which the other functions take when none is asked.</source>
        <translation>Het jaar dat het paneel toont, dat de andere functies nemen als er geen is gevraagd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The years of model {model} aren't in order.</source>
        <translation>De jaren van model {model} staan niet op volgorde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the {group}</source>
        <translation>de {group}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>their gemeenten</source>
        <translation>hun gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/theme_bar.py"/>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/help.py"/>
        <source>Themes</source>
        <translation>Thema's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <source>Then</source>
        <translation>Toen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>There are figures of {rows} indicators, and {names} names.</source>
        <translation>Er zijn cijfers van {rows} indicatoren en {names} namen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>There are no areas on the page.</source>
        <translation>Er staan geen gebieden op de pagina.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>There are no areas to bring back.</source>
        <translation>Er zijn geen gebieden om terug te halen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>There are no areas to follow yet.</source>
        <translation>Er zijn nog geen gebieden om te volgen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/reporting.py"/>
        <source>There are no areas to report on.</source>
        <translation>Er zijn geen gebieden om over te rapporteren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/subject.py"/>
        <source>There are no areas yet: draw one, or take over official areas.</source>
        <translation>Er zijn nog geen gebieden: teken er een, of neem officiële gebieden over.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>There are no CBS squares among the files. Every square then weighs the same, the full and the nearly empty alike. Scores of areas differ from the published ones, in a wijk by some 0.02. Shares are of squares, not of dwellings. Numbers of dwellings and inhabitants are missing. Add cbs_vk100_….gpkg to prevent that.</source>
        <translation>Er zijn geen CBS-vierkanten bij de bestanden. Elk vierkant weegt dan even zwaar, het volle en het bijna lege. Scores van gebieden wijken af van de gepubliceerde, in een wijk zo'n 0,02. Aandelen zijn van vierkanten, niet van woningen. Aantallen woningen en inwoners ontbreken. Voeg cbs_vk100_….gpkg toe om dat te voorkomen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/reckoner.py"/>
        <source>There are no data to reckon with.</source>
        <translation>Er zijn geen gegevens om mee te rekenen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/measures.py"/>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>There are no dimensions in {year}; choose a year that has them.</source>
        <translation>Er zijn geen dimensies in {year}; kies een jaar dat ze heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/indicators.py"/>
        <source>There are no figures of {indicators}, which the table needs. There are figures of: {known}.</source>
        <translation>Er zijn geen cijfers van {indicators}, die de tabel nodig heeft. Wel van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>There are no groups to give figures of.</source>
        <translation>Er zijn geen groepen om cijfers van te geven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/more.py"/>
        <source>There are no measures yet, so nothing differs.</source>
        <translation>Er zijn nog geen maatregelen, dus er is geen verschil.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>There are no own areas yet. Draw one, or take all gemeenten or buurten.</source>
        <translation>Er zijn nog geen eigen gebieden. Teken er een, of neem alle gemeenten of buurten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>There are no scores of {theme} in {year}.</source>
        <translation>Er zijn geen scores voor {theme} in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/squares/grid.py"/>
        <source>There are no squares.</source>
        <translation>Er zijn geen vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>There are too few areas with both figures to say anything.</source>
        <translation>Er zijn te weinig gebieden met beide cijfers om iets te zeggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>There are too many areas on the page for this figure: choose fewer, or groups of gemeenten.</source>
        <translation>Er staan te veel gebieden op de pagina voor dit cijfer: kies er minder, of groepen gemeenten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/area_changes.py"/>
        <source>There are {areas} areas and groups for {keys}.</source>
        <translation>Er zijn {areas} gebieden, en groepen voor {keys}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/measures.py"/>
        <source>There is no average in {year} to compare with.</source>
        <translation>Er is geen gemiddelde in {year} om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/ways.py"/>
        <source>There is no buurt of these data in the middle of the map. Move the map a little.</source>
        <translation>Midden op de kaart ligt geen buurt van deze gegevens. Verschuif de kaart een stukje.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>There is no class {number}; the classes are 1 to {last}.</source>
        <translation>Er is geen klasse {number}; de klassen zijn 1 tot en met {last}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/lookup.py"/>
        <source>There is no class “{name}”; give a number from 1 to {last}, a name, or a name with “or lower”.</source>
        <translation>Er is geen klasse “{name}”; geef een nummer van 1 tot en met {last}, een naam, of een naam met “of lager”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>There is no condition on squares called {kind}.</source>
        <translation>Er is geen voorwaarde voor vierkanten die {kind} heet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_bar.py"/>
        <source>There is no earlier year to compare with.</source>
        <translation>Er is geen eerder jaar om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <source>There is no earlier year to compare with. Choose a later year.</source>
        <translation>Er is geen eerder jaar om mee te vergelijken. Kies een later jaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/judge.py"/>
        <source>There is no measure of areas called {measure}.</source>
        <translation>Er is geen cijfer van gebieden dat {measure} heet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/resources.py"/>
        <source>There is no model {model}.</source>
        <translation>Er is geen model {model}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>There is no room in {folder} for what {file} holds ({size} MB).</source>
        <translation>Er is in {folder} geen ruimte voor wat {file} bevat ({size} MB).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>There is no rule {rule}; there are {rules}.</source>
        <translation>Er is geen regel {rule}; er zijn {rules}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>There is no scenario {id}.</source>
        <translation>Er is geen scenario {id}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/lookup.py"/>
        <location filename="../leefbaar_plugin/analysis/relations/relations.py"/>
        <source>There is no theme “{theme}”; there are {themes}.</source>
        <translation>Er is geen thema “{theme}”; wel {themes}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>there twice: {number}</source>
        <translation>dubbel: {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>These are few {weight} ({count}), so read the figures with care.</source>
        <translation>Dit zijn weinig {weight} ({count}), dus lees de cijfers met voorzichtigheid.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>These areas are project areas already. Choose another layer in the layer panel.</source>
        <translation>Dit zijn al projectgebieden. Kies een andere laag in het paneel Lagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_geometry.py"/>
        <source>These areas have no outline, so they can't be combined.</source>
        <translation>Deze gebieden hebben geen grenzen, dus samenvoegen kan niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <source>these areas together</source>
        <translation>deze gebieden samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>these data aren't the whole country</source>
        <translation>deze gegevens zijn niet het hele land</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>These data aren't the whole country: all squares of {count} gemeenten</source>
        <translation>
            <numerusform>Deze gegevens zijn niet het hele land: alle vierkanten van {count} gemeente</numerusform>
            <numerusform>Deze gegevens zijn niet het hele land: alle vierkanten van {count} gemeenten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/reference.py"/>
        <source>These data aren't the whole country; “country” stands for all their squares.</source>
        <translation>Deze gegevens zijn niet het hele land; “country” staat voor al hun vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/gui/relation/page.py"/>
        <source>These data have no areas and no squares.</source>
        <translation>Deze gegevens hebben geen gebieden en geen vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>These data have no gemeenten to compare with.</source>
        <translation>Deze gegevens hebben geen gemeenten om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>these data have no outlines of gemeenten</source>
        <translation>deze gegevens hebben geen grenzen van gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>These data have no squares, so areas of your own can't be measured.</source>
        <translation>Deze gegevens hebben geen vierkanten. Eigen gebieden zijn daarom niet te berekenen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/subject.py"/>
        <source>These data have no squares, so nothing can be tried with them.</source>
        <translation>Deze gegevens hebben geen vierkanten; er valt niets mee te proberen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>These data have no such counts</source>
        <translation>Deze gegevens hebben deze aantallen niet</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>These data have only one year with scores of this theme.</source>
        <translation>Deze gegevens hebben maar één jaar met scores van dit thema.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>These data hold a part of this area only. Only its published score holds for the whole area.</source>
        <translation>Deze gegevens bevatten maar een deel van dit gebied. Alleen de gepubliceerde score geldt voor het hele gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>these data hold a part of this gemeente only</source>
        <translation>deze gegevens bevatten maar een deel van deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/view_bar.py"/>
        <source>These data hold no scores of {levels} in {year}.</source>
        <translation>Deze gegevens bevatten geen scores van {levels} in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>These data were already there; nothing was imported again.</source>
        <translation>Deze gegevens waren er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>These figures are measured from squares; published scores can differ slightly.</source>
        <translation>Deze cijfers zijn berekend uit vierkanten; gepubliceerde scores kunnen iets afwijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <source>These gemeenten aren't in the data pack: {names}. Expected are names or codes, like {example}.</source>
        <translation>Deze gemeenten zitten niet in het gegevenspakket: {names}. Vul namen of codes in, zoals {example}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/group_figures.py"/>
        <source>These gemeenten have no outline in the data pack: {names}.</source>
        <translation>Deze gemeenten hebben geen grens in het gegevenspakket: {names}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>These scenarios are of format {format}; this version of the plugin reads {known}.</source>
        <translation>Deze scenario's hebben formaat {format}; deze versie van de plug-in leest {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>These scores are by a surrogate, not by the Leefbaarometer.</source>
        <translation>Deze scores komen van een benadering, niet van de Leefbaarometer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <source>This area</source>
        <translation>Dit gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <source>This edition is already there; nothing was imported again.</source>
        <translation>Deze editie is er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>This is no rule: expected is a JSON object with id, title, text, parameters, conditions.</source>
        <translation>Dit is geen regel. Verwacht: een JSON-object met id, title, text, parameters, conditions.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>This is no rule: it is longer than {size} kB.</source>
        <translation>Dit is geen regel: het bestand is groter dan {size} kB.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>This is no rule: it is nested too deeply.</source>
        <translation>Dit is geen regel: de JSON is te diep genest.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>This is no rule: {problem}.</source>
        <translation>Dit is geen zoekregel: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>This project stores the edits of its layers together: what you draw is stored when you save them.</source>
        <translation>Dit project slaat de bewerkingen van zijn lagen samen op: wat u tekent, wordt opgeslagen als u die opslaat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/edition.py"/>
        <source>This version of the plugin knows the measurements up to {known}; the files hold {years}. They are taken as they are.</source>
        <translation>Deze versie van de plug-in kent de metingen tot en met {known}; de bestanden bevatten {years}. Die jaren zijn ongewijzigd overgenomen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <source>Through the years</source>
        <translation>Door de jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>Throw away {what}?</source>
        <translation>{what} weggooien?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/waiting_areas.py"/>
        <source>Throw away…</source>
        <translation>Weggooien…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>Tick areas in the list, or select them on the map.</source>
        <translation>Vink gebieden aan in de lijst, of selecteer ze op de kaart.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Tick what should be made.</source>
        <translation>Kruis aan wat er gemaakt moet worden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Times</source>
        <translation>Maal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/controls.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>to edit in Word or LibreOffice</source>
        <translation>bewerken in Word of LibreOffice</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>To the gemeente</source>
        <translation>Naar gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>together</source>
        <translation>naar elkaar</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Together the {count} areas score {score} in {year}, {change} since {base}.</source>
        <translation>
            <numerusform>Het gebied scoort {score} in {year}, {change} sinds {base}.</numerusform>
            <numerusform>Samen scoren de {count} gebieden {score} in {year}, {change} sinds {base}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>Tolerance: largest difference from a published dimension</source>
        <translation>Tolerantie: grootste verschil met een gepubliceerde dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>too few to rely on</source>
        <translation>te weinig om op te varen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <source>Total</source>
        <translation>Totaal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>Total score of the area and around it</source>
        <translation>Totaalscore van het gebied en eromheen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/monitor.py"/>
        <source>Total score of the set and what it is set against</source>
        <translation>Totaalscore van de groep en waarmee die wordt vergeleken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>Total score over the years</source>
        <translation>Totaalscore door de jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/document.py"/>
        <source>Total score over the years, {name}</source>
        <translation>Totaalscore door de jaren heen, {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>total score {change}: from {before} in {since} to {after} in {until}</source>
        <translation>totaalscore {change}: van {before} in {since} naar {after} in {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <source>total score {score}</source>
        <translation>totaal {score}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>Total score {until}</source>
        <translation>Totaalscore {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <location filename="../leefbaar_plugin/gui/find/results.py"/>
        <source>Total score {year}</source>
        <translation>Totaalscore {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Total score {year} with its dimensions, course {first}–{last}, compared with the own gemeente.</source>
        <translation>Totaalscore {year} met de dimensies, verloop {first}–{last}, vergeleken met de eigen gemeente.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>touching areas</source>
        <translation>aangrenzende gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>Transitions</source>
        <translation>Overgangen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/transition_matrix.py"/>
        <location filename="../leefbaar_plugin/processing/change/transitions.py"/>
        <source>Transitions between classes</source>
        <translation>Overgangen tussen klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/trend.py"/>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/page.py"/>
        <source>Trend {first}–{last}</source>
        <translation>Trend {first}–{last}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Turned</source>
        <translation>Keert</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Turning point</source>
        <translation>Omslagpunt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Turning point at {at} ({confidence} % interval {low} to {high}): up to there the score changes by {before} per unit, beyond it by {after}; better than a straight line ({p}).</source>
        <translation>Omslagpunt bij {at} ({confidence} %-interval {low} tot {high}): tot daar verandert de score met {before} per eenheid, daarna met {after}; beter dan een rechte lijn ({p}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Turning point: none is shown. Two segments fit no better than a straight line ({p}); best at {at}.</source>
        <translation>Omslagpunt: niet aangetoond. Twee lijnstukken passen niet beter dan een rechte lijn ({p}); het best bij {at}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>Turning point: p-value against a straight line</source>
        <translation>Omslagpunt: p-waarde tegenover een rechte lijn</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Turning point: too few areas, or too few different values, to look for one.</source>
        <translation>Omslagpunt: te weinig gebieden, of te weinig verschillende waarden, om er een te zoeken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>Turning point: {at} can't be told from chance ({p}; among neighbours that resemble each other {spatial}).</source>
        <translation>Omslagpunt: {at} is niet van toeval te onderscheiden ({p}; gegeven buren die op elkaar lijken {spatial}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/groups/area_groups.py"/>
        <source>Two groups are called “{name}”.</source>
        <translation>Twee groepen heten “{name}”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>Two scenarios have the same id.</source>
        <translation>Twee scenario's hebben hetzelfde kenmerk.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>two segments</source>
        <translation>twee lijnstukken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>two segments (not shown to fit better)</source>
        <translation>twee lijnstukken (niet aantoonbaar beter)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Two themes</source>
        <translation>Twee thema’s</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Type a part of the name in the search box. Enter goes there; the menu of a result takes it over.</source>
        <translation>Typ een deel van de naam in het zoekvak. Enter gaat erheen; met het menu van een resultaat neemt u het over.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>Uncertain class: {weight} ({share}). The total of these squares lies in the interval of a class bound, so that the class beside it can be the right one.</source>
        <translation>Onzekere klasse: {weight} ({share}). De totaalscore van die vierkanten ligt in de marge van een klassengrens, dus ook de klasse ernaast kan kloppen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/page.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/controls.py"/>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/demands.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>unique ids</source>
        <translation>unieke id's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/received.py"/>
        <source>Unpacked and opened: {folder}.</source>
        <translation>Uitgepakt en geopend: {folder}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/received.py"/>
        <source>Unpacked in {folder}; the project wasn't opened.</source>
        <translation>Uitgepakt in {folder}; het project is niet geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Up</source>
        <translation>Stijg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Up by</source>
        <translation>Vooral door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Use selected polygons as areas</source>
        <translation>Geselecteerde polygonen als gebieden gebruiken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/area_tools.py"/>
        <source>Use selection</source>
        <translation>Selectie gebruiken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Values ({count} changed)</source>
        <translation>Waarden ({count} aangepast)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Values ({count})</source>
        <translation>Waarden ({count})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Values of the rule: name=value, separated by ; (as in the rule when empty)</source>
        <translation>Waarden van de regel: naam=waarde, gescheiden door ; (leeg: zoals in de regel)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>Variants per class</source>
        <translation>Varianten per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>vector (GeoPackage)</source>
        <translation>vector (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>very far above the gemeente</source>
        <translation>zeer ver boven de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>very far below the gemeente</source>
        <translation>zeer ver onder de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Warn below this number of dwellings</source>
        <translation>Waarschuw onder dit aantal woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Warn below this part of the surface with scored squares (%)</source>
        <translation>Waarschuw onder dit deel van de oppervlakte met een score (%)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/notes.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>Waterfall</source>
        <translation>Waterval</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>Web page, HTML</source>
        <translation>Webpagina, HTML</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Weighed otherwise: {weights}.</source>
        <translation>Anders gewogen: {weights}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/options.py"/>
        <source>Weight of a square</source>
        <translation>Gewicht van een vierkant</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Weight of an area</source>
        <translation>Gewicht van een gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Weight of an area in the first year (field)</source>
        <translation>Gewicht van een gebied in het eerste jaar (veld)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Weight of an area in the last year (field)</source>
        <translation>Gewicht van een gebied in het laatste jaar (veld)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/squares/weights.py"/>
        <source>Weight {kind} isn't one of {kinds}.</source>
        <translation>Gewicht {kind} bestaat niet. Kies een van: {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/widgets/words.py"/>
        <source>Weight, rule, edition and everything else it rests on</source>
        <translation>Gewicht, regel, meting en alles waarop het verder berust</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letters.py"/>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>weight: {weight}</source>
        <translation>gewicht: {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Weights of areas are needed for both years, or for none.</source>
        <translation>Gewichten van gebieden zijn voor beide jaren nodig, of voor geen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>What an area counts for</source>
        <translation>Waarvoor een gebied telt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>What can be done with the area</source>
        <translation>Wat u met het gebied kunt doen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>What has to be told beside the figures of an area, in words: few dwellings, little of the surface covered. Empty for nothing.</source>
        <translation>Wat er bij de cijfers van een gebied gezegd moet worden, in woorden: weinig woningen, weinig van de oppervlakte bedekt. Leeg als er niets is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>What if</source>
        <translation>Wat als</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>What if (worked example, not a forecast)</source>
        <translation>Wat als (rekenvoorbeeld, geen voorspelling)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/on_map.py"/>
        <source>What if: {name}</source>
        <translation>Wat als: {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/selected_areas.py"/>
        <source>What is selected in layer {layer} has no outline.</source>
        <translation>Wat in laag {layer} geselecteerd is, heeft geen omtrek.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/controls.py"/>
        <source>what is selected in the active layer ({count})</source>
        <translation>wat in de actieve laag is geselecteerd ({count})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/tornado.py"/>
        <source>What matters most</source>
        <translation>Wat het meest uitmaakt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>What that change would be had the share gone as in {comparison}</source>
        <translation>Wat die verandering zou zijn als het aandeel was gegaan zoals in {comparison}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>What the change of the total score consists of, {since}–{until}</source>
        <translation>Waaruit de verandering van de totaalscore bestaat, {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/group_input.py"/>
        <source>What the data keep of the rest of the country is by {kept}, so its shares by {weight} aren't known.</source>
        <translation>Wat de gegevens van de rest van het land bewaren is gewogen naar {kept}; aandelen naar {weight} zijn daarvan niet bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/deeper.py"/>
        <source>What the letters to parliament report, for this area or all squares</source>
        <translation>Waarover de Kamerbrieven berichten, voor dit gebied of alle vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <location filename="../leefbaar_plugin/gui/map/view_choice.py"/>
        <source>What the map shows</source>
        <translation>Wat de kaart toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/map_button.py"/>
        <source>What the map shows, and how: view, level, years, second map</source>
        <translation>Wat de kaart toont en hoe: weergave, niveau, jaren, tweede kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/subject.py"/>
        <source>What the rule finds in another year: then, now and both, and the same gemeenten as a whole</source>
        <translation>Wat de regel in een ander jaar vindt: toen, nu en beide, en dezelfde gemeenten als geheel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>What the shares are counted in</source>
        <translation>Waarin de aandelen worden geteld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/pictures.py"/>
        <source>What the shares per class are counted in; the score isn't changed by it</source>
        <translation>Waarin de aandelen per klasse worden geteld; de score verandert er niet door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>What they hold</source>
        <translation>Wat erin zit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>What to judge</source>
        <translation>Wat beoordelen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Where a low figure ends</source>
        <translation>Waar een laag cijfer ophoudt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <source>Where a low score ends</source>
        <translation>Waar een lage score ophoudt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>Where is {name} now?</source>
        <translation>Waar staat {name} nu?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Where no own dwellings are known ({squares}) the published dwellings count.</source>
        <translation>Waar geen eigen woningen bekend zijn ({squares}) tellen de gepubliceerde woningen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>Where the area lies</source>
        <translation>Waar het gebied ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/expressions.py"/>
        <source>Whether an area has fewer dwellings than the options say, so that its figures are to be read with care. NULL when no square in it has a score.</source>
        <translation>Of een gebied minder woningen heeft dan de opties zeggen, zodat de cijfers met zorg te lezen zijn. NULL als er geen vierkant met een score in ligt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>Whether the ratio of both turned since the pair before</source>
        <translation>Of de verhouding van beide keerde sinds het paar ervoor</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Which areas the list shows</source>
        <translation>Welke gebieden de lijst toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/pack_project.py"/>
        <source>Whole data packs, not cut to the gemeenten of the own areas</source>
        <translation>Gegevenspakketten in hun geheel, niet alleen de gemeenten van de eigen gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>whole when their centre is inside</source>
        <translation>helemaal als hun middelpunt binnen de omtrek ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/words.py"/>
        <source>Why found</source>
        <translation>Waarom gevonden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/words.py"/>
        <source>Why it can't be judged</source>
        <translation>Waarom niet te beoordelen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/words.py"/>
        <source>Why not found</source>
        <translation>Waarom niet gevonden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>wijk</source>
        <translation>wijk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>wijken</source>
        <translation>wijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>Will be made: {files}.</source>
        <translation>Dit komt er: {files}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <source>With rings: {rings} m.</source>
        <translation>Met ringen: {rings} m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Without a layer of areas: official areas</source>
        <translation>Zonder laag met gebieden: officiële gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Without a number of dwellings ({squares}) that of households counts, else inhabitants divided by {persons}, else {constant}.</source>
        <translation>Waar het aantal woningen ontbreekt ({squares}) telt het aantal huishoudens, anders het aantal inwoners gedeeld door {persons}, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Without a number of households ({squares}) that of dwellings counts, else inhabitants divided by {persons}, else {constant}.</source>
        <translation>Waar het aantal huishoudens ontbreekt ({squares}) telt het aantal woningen, anders het aantal inwoners gedeeld door {persons}, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>Without a number of inhabitants ({squares}) households times {persons} count, else dwellings times {persons}, else {constant}.</source>
        <translation>Waar het aantal inwoners ontbreekt ({squares}) telt {persons} keer het aantal huishoudens, anders {persons} keer het aantal woningen, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>Without counts no other weights can be tried.</source>
        <translation>Zonder aantallen zijn geen andere gewichten te proberen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>Without dimensions in both years it can't be told which of them contributed.</source>
        <translation>Zonder dimensies in beide jaren is niet te zeggen welke daarvan bijdroegen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/weights.py"/>
        <source>Without dimensions there are no weights of one's own.</source>
        <translation>Zonder dimensies zijn er geen eigen gewichten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>without residential use: {number}</source>
        <translation>zonder woonfunctie: {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/change/development.py"/>
        <source>Without squares the change of a group can't be taken apart; its table is left out.</source>
        <translation>Zonder vierkanten kan de verandering van een groep niet uit elkaar worden gehaald; die tabel blijft weg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/beside.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/page.py"/>
        <source>Worked example, not a forecast</source>
        <translation>Rekenvoorbeeld, geen voorspelling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/on_map.py"/>
        <source>Worked example, not a forecast. Scenario “{name}”, {year}, edition {edition}; weight: {weight}; squares on the border: {rule}. Measures: {measures}</source>
        <translation>Rekenvoorbeeld, geen voorspelling. Scenario “{name}”, {year}, editie {edition}; gewicht: {weight}; vierkanten op de grens: {rule}. Maatregelen: {measures}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Worse</source>
        <translation>Achteruit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/direction_bar.py"/>
        <source>worse</source>
        <translation>achteruit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Write the rule to a file</source>
        <translation>De regel naar een bestand schrijven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>Write to a file…</source>
        <translation>Naar een bestand schrijven…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/trend.py"/>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/gui/map/second_map.py"/>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/report/editions.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Year (newest when empty)</source>
        <translation>Jaar (leeg: het nieuwste)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/controls.py"/>
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>Year of the figures, of a table with several years per area</source>
        <translation>Jaar van de cijfers, bij een tabel met meerdere jaren per gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/second_map.py"/>
        <source>Year of the second map</source>
        <translation>Jaar van de tweede kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/find_signals.py"/>
        <source>Year to set the areas found beside (none when empty)</source>
        <translation>Jaar om de gevonden gebieden naast te zetten (geen als het leeg is)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>Year {year}</source>
        <translation>Jaar {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>Year {year} isn't in the data pack; it has {years}.</source>
        <translation>Jaar {year} zit niet in het gegevenspakket; dat heeft {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/import_edition.py"/>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>Years</source>
        <translation>Jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>years that the data pack lacks: {years}</source>
        <translation>jaren die het gegevenspakket niet heeft: {years}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/year_axis.py"/>
        <source>Years {since} to {year}</source>
        <translation>Jaren {since} tot {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/area_input.py"/>
        <source>Years: separated by , (all when empty)</source>
        <translation>Jaren: gescheiden door , (leeg: alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/handover/handing.py"/>
        <source>Years: separated by , or “all” (all when empty)</source>
        <translation>Jaren: gescheiden door , of all (leeg: alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/areas/aggregate_areas.py"/>
        <source>Years: separated by , or “all” (newest when empty)</source>
        <translation>Jaren: gescheiden door , of all voor alle (leeg: het nieuwste)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <location filename="../leefbaar_plugin/layers/attributes/titles.py"/>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Your first area</source>
        <translation>Uw eerste gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start/page.py"/>
        <source>Zips of the Leefbaarometer and of CBS; you can also drop them on the map. Nothing at hand yet? Take Schiedam below.</source>
        <translation>Zips van de Leefbaarometer en van het CBS; u kunt ze ook op de kaart slepen. Nog niets bij de hand? Kies hieronder Schiedam.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Zoom to area</source>
        <translation>Zoomen naar gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Zoom to the area</source>
        <translation>Zoomen naar het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>Zoom to the area and flash it (Enter)</source>
        <translation>Op het gebied inzoomen en het laten oplichten (Enter)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/heading.py"/>
        <source>Zoom to the place</source>
        <translation>Zoomen naar de plek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/page.py"/>
        <location filename="../leefbaar_plugin/gui/compare/page.py"/>
        <source>Zoom to the selected area and flash it; a double click does the same</source>
        <translation>Zoomen naar het gekozen gebied en het laten oplichten; dubbelklikken doet hetzelfde</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>{areas} areas; expected {share}</source>
        <translation>
            <numerusform>{areas} gebied; verwacht {share}</numerusform>
            <numerusform>{areas} gebieden; verwacht {share}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/joining.py"/>
        <source>{area} stands in two of the files.</source>
        <translation>{area} staat in twee van de bestanden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/transition_matrix.py"/>
        <source>{before} in {since} → {after} in {until}</source>
        <translation>{before} in {since} → {after} in {until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{best} went up most ({rise}), {worst} least ({fall}).</source>
        <translation>{best} steeg het meest ({rise}), {worst} het minst ({fall}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{best} went up most ({rise}); {worst} went down most ({fall}).</source>
        <translation>{best} steeg het meest ({rise}); {worst} daalde het meest ({fall}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/message_list.py"/>
        <source>{button}: {text}</source>
        <translation>{button}: {text}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{column}: cells without a number ({examples}): {count}.</source>
        <translation>{column}: cellen zonder getal ({examples}): {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{column}: numbers with a decimal comma.</source>
        <translation>{column}: getallen met een decimale komma.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{column}: the sign between groups of three digits was taken for thousands.</source>
        <translation>{column}: het teken tussen groepen van drie cijfers is als duizendtal gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{column}: values that are secret or not published ({codes}), and so no numbers: {count}.</source>
        <translation>{column}: waarden die geheim of niet gepubliceerd zijn ({codes}), en dus geen getallen: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{column}: “{text}” was taken for {value}. If it isn't, write the numbers without a sign between thousands.</source>
        <translation>{column}: “{text}” is gelezen als {value}. Klopt dat niet? Schrijf de getallen dan zonder teken tussen duizendtallen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/score_check.py"/>
        <source>{compared} scores recomputed: all as published; differences are less than {difference}.</source>
        <translation>
            <numerusform>{compared} score herberekend: zoals gepubliceerd; het verschil is kleiner dan {difference}.</numerusform>
            <numerusform>{compared} scores herberekend: alle zoals gepubliceerd; de verschillen zijn kleiner dan {difference}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/score_check.py"/>
        <source>{compared} scores recomputed: largest difference {difference}; classes that differ: {classes}; rows that don't add up: {rows}.</source>
        <translation>
            <numerusform>{compared} score herberekend: grootste verschil {difference}; klassen die verschillen: {classes}; rijen waarvan de som niet klopt: {rows}.</numerusform>
            <numerusform>{compared} scores herberekend: grootste verschil {difference}; klassen die verschillen: {classes}; rijen waarvan de som niet klopt: {rows}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <location filename="../leefbaar_plugin/gui/handover/page.py"/>
        <location filename="../leefbaar_plugin/gui/relation/tables.py"/>
        <source>{count} areas</source>
        <translation>
            <numerusform>{count} gebied</numerusform>
            <numerusform>{count} gebieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/drawing/waiting.py"/>
        <source>{count} areas were added.</source>
        <translation>
            <numerusform>{count} gebied is toegevoegd.</numerusform>
            <numerusform>{count} gebieden zijn toegevoegd.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>{count} can't be judged, because a figure is missing.</source>
        <translation>{count} niet te beoordelen, omdat een gegeven ontbreekt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>{count} can't be judged: no square in them has a score in {year}.</source>
        <translation>{count} niet te beoordelen: geen vierkant erin heeft een score in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>{count} can't be judged: of {unscored} no square has a score in {year}, of {others} a figure is missing.</source>
        <translation>{count} niet te beoordelen: van {unscored} heeft geen vierkant een score in {year}, van {others} ontbreekt een gegeven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>{count} chosen: {names}</source>
        <translation>{count} gekozen: {names}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>{count} classes higher</source>
        <translation>
            <numerusform>één klasse hoger</numerusform>
            <numerusform>{count} klassen hoger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>{count} classes lower</source>
        <translation>
            <numerusform>één klasse lager</numerusform>
            <numerusform>{count} klassen lager</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{count} codes belong to no area with a score (old or unscored areas, or outside the data):</source>
        <translation>
            <numerusform>{count} code hoort bij geen gebied met een score (oud gebied, gebied zonder score, of buiten de gegevens):</numerusform>
            <numerusform>{count} codes horen bij geen gebied met een score (oude gebieden, gebieden zonder score, of buiten de gegevens):</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/relations/relate.py"/>
        <source>{count} codes belong to no area; they are listed in the log.</source>
        <translation>
            <numerusform>{count} code hoort bij geen gebied; die staat in het logboek.</numerusform>
            <numerusform>{count} codes horen bij geen gebied; ze staan in het logboek.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/models/model_input.py"/>
        <source>{count} codes belong to no place, for example {example}.</source>
        <translation>
            <numerusform>{count} code hoort bij geen plek: {example}.</numerusform>
            <numerusform>{count} codes horen bij geen plek, bijvoorbeeld {example}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/change/monitor.py"/>
        <source>{count} codes match nothing and are left out: {codes}.</source>
        <translation>
            <numerusform>{count} code hoort nergens bij en is weggelaten: {codes}.</numerusform>
            <numerusform>{count} codes horen nergens bij en zijn weggelaten: {codes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{count} codes stand there more than once ({examples}); the first row with a number counts. Does the table hold several years?</source>
        <translation>
            <numerusform>{count} code staat er meer dan eens ({examples}); de eerste rij met een getal telt. Bevat de tabel meerdere jaren?</numerusform>
            <numerusform>{count} codes staan er meer dan eens ({examples}); de eerste rij met een getal telt. Bevat de tabel meerdere jaren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{count} dwellings on {on}</source>
        <translation>
            <numerusform>{count} woning op {on}</numerusform>
            <numerusform>{count} woningen op {on}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>{count} fewer than before</source>
        <translation>{count} minder dan eerst</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>{count} figures of {areas} areas</source>
        <translation>
            <numerusform>{count} cijfers van {areas} gebied</numerusform>
            <numerusform>{count} cijfers van {areas} gebieden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/combine_dialog.py"/>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/figure.py"/>
        <source>{count} more than before</source>
        <translation>{count} meer dan eerst</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/notes.py"/>
        <source>{count} more warnings</source>
        <translation>
            <numerusform>Nog {count} waarschuwing</numerusform>
            <numerusform>Nog {count} waarschuwingen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>{count} of {total} get another class</source>
        <translation>
            <numerusform>{count} van {total} krijgt een andere klasse</numerusform>
            <numerusform>{count} van {total} krijgen een andere klasse</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/part.py"/>
        <source>{count} rows</source>
        <translation>{count} rijen</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{count} squares</source>
        <translation>
            <numerusform>{count} vierkant</numerusform>
            <numerusform>{count} vierkanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/weights.py"/>
        <source>{count} squares here</source>
        <translation>
            <numerusform>hier in {count} vierkant</numerusform>
            <numerusform>hier in {count} vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>{covered} of it with a score</source>
        <translation>{covered} daarvan met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>{difference} against {reference}</source>
        <translation>{difference} ten opzichte van {reference}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{dimension} set to {signed} on {on}</source>
        <translation>{dimension} vast op {signed} op {on}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{dimension} {share} of the way to the gemeente on {on}</source>
        <translation>{dimension} {share} naar de gemeente toe op {on}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{dimension} {signed} on {on}</source>
        <translation>{dimension} {signed} op {on}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/fit_model.py"/>
        <source>{dimension}: error {error} on places held out, {naive} by guessing the mean, R² {r2}; {places} places in {blocks} blocks, penalty {penalty}.</source>
        <translation>{dimension}: fout {error} op achtergehouden plekken, {naive} als u het gemiddelde raadt, R² {r2}; {places} plekken in {blocks} blokken, krimp {penalty}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>{dimension}: {places} places held out, largest difference {largest}, root mean square {rms}, R² {r2}.</source>
        <translation>
            <numerusform>{dimension}: {places} achtergehouden plek, grootste verschil {largest}, wortel van het gemiddelde kwadraat {rms}, R² {r2}.</numerusform>
            <numerusform>{dimension}: {places} achtergehouden plekken, grootste verschil {largest}, wortel van het gemiddelde kwadraat {rms}, R² {r2}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/profile.py"/>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <source>{dimension}: {value}</source>
        <translation>{dimension}: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{distance} more to class {number}</source>
        <translation>nog {distance} tot klasse {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <source>{file} already exists. Choose another name, ending in {ending}.</source>
        <translation>{file} bestaat al. Kies een andere naam, eindigend op {ending}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/project_areas.py"/>
        <source>{file} already exists; areas that are stored are never overwritten.</source>
        <translation>{file} bestaat al; opgeslagen gebieden worden nooit overschreven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/destinations.py"/>
        <source>{file} belongs to the data pack {folder}; choose another file for the output.</source>
        <translation>{file} hoort bij het gegevenspakket {folder}; kies een ander bestand voor de uitvoer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} can't be opened: {problem}.</source>
        <translation>{file} kan niet worden geopend: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/result_layers.py"/>
        <location filename="../leefbaar_plugin/layers/areas/project_areas.py"/>
        <location filename="../leefbaar_plugin/layers/project/found_layer.py"/>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file} can't be read as a map file; it is damaged or of another kind.</source>
        <translation>{file} is niet als GIS-bestand te lezen; het is beschadigd of van een andere soort.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/sheets.py"/>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file} can't be read as a table: {problem}.</source>
        <translation>{file} kan niet als tabel worden gelezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/file.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <location filename="../leefbaar_plugin/pack/reading/label.py"/>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>{file} can't be read: {problem}.</source>
        <translation>{file} is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/keeping.py"/>
        <source>{file} can't be removed: {problem}.</source>
        <translation>{file} kan niet worden verwijderd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <source>{file} can't be replaced: is it open in another program? Close it there, or choose another name; it was left as it is.</source>
        <translation>{file} kan niet worden vervangen. Staat het open in een ander programma? Sluit het daar, of kies een andere naam. Het bestand is ongemoeid gelaten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/file.py"/>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>{file} can't be used. {problem}</source>
        <translation>{file} is niet te gebruiken. {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/odt.py"/>
        <location filename="../leefbaar_plugin/report/printing/pages.py"/>
        <location filename="../leefbaar_plugin/report/printing/pdf.py"/>
        <source>{file} can't be written: is it open in another program, or the disk full?</source>
        <translation>{file} kan niet worden geschreven: staat het open in een ander programma, of is de schijf vol?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>{file} can't be written: no permission. Choose another folder.</source>
        <translation>Geen schrijfrechten voor {file}. Kies een andere map.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_file.py"/>
        <location filename="../leefbaar_plugin/layers/areas/project_areas.py"/>
        <location filename="../leefbaar_plugin/layers/project/found_layer.py"/>
        <location filename="../leefbaar_plugin/pack/files/disk.py"/>
        <location filename="../leefbaar_plugin/pack/files/geopackage.py"/>
        <location filename="../leefbaar_plugin/pack/files/raster.py"/>
        <location filename="../leefbaar_plugin/pack/importing/cut.py"/>
        <location filename="../leefbaar_plugin/processing/edition/grid_layer.py"/>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <location filename="../leefbaar_plugin/report/packing.py"/>
        <location filename="../leefbaar_plugin/report/printing/dressing.py"/>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} can't be written: {problem}.</source>
        <translation>{file} kan niet worden geschreven: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} can't hold features without an outline; {count} were left out.</source>
        <translation>{file} kan geen objecten zonder omtrek bevatten; weggelaten: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} doesn't exist.</source>
        <translation>{file} bestaat niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/table_years.py"/>
        <source>{file} doesn't hold several years per area; leave the year of the table ({year}) empty.</source>
        <translation>{file} bevat niet meerdere jaren per gebied. Laat het jaar van de tabel ({year}) leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/score_model.py"/>
        <source>{file} doesn't reproduce the published dimensions within {tolerance} on places held out, so its scores aren't given. {report}</source>
        <translation>{file} geeft de gepubliceerde dimensies op achtergehouden plekken niet terug binnen {tolerance}. De scores worden daarom niet gegeven. {report}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file} ends at line {line}, the last one that Excel can hold. It is most likely cut off. Use the file as it was downloaded.</source>
        <translation>{file} eindigt op regel {line}, de laatste die Excel aankan. Het bestand is vrijwel zeker afgekapt. Gebruik het bestand zoals het is gedownload.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/developments.py"/>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <location filename="../leefbaar_plugin/pack/reading/scores_lbm2.py"/>
        <location filename="../leefbaar_plugin/pack/reading/squares.py"/>
        <location filename="../leefbaar_plugin/pack/reading/years.py"/>
        <source>{file} has a header and no rows.</source>
        <translation>{file} heeft wel een kop maar geen rijen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_counts.py"/>
        <source>{file} has counts of {known} of the {squares} squares with scores; the others are estimated.</source>
        <translation>{file} bevat aantallen voor {known} van de {squares} vierkanten met scores. De andere zijn geschat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file} has no column that says which areas it holds.</source>
        <translation>{file} heeft geen kolom die zegt welke gebieden erin staan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/joined_table.py"/>
        <source>{file} has no column with codes of buurten, wijken, gemeenten or postcode areas; it has {columns}.</source>
        <translation>{file} heeft geen kolom met codes van buurten, wijken, gemeenten of postcodegebieden; het heeft {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file} has no column {column}; it has {columns}.</source>
        <translation>{file} heeft geen kolom {column}; het heeft {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file} has no column {column}; it has: {columns}.</source>
        <translation>{file} heeft geen kolom {column}; wel: {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/places.py"/>
        <source>{file} has no columns with numbers.</source>
        <translation>{file} heeft geen kolommen met getallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/outlines/projection.py"/>
        <source>{file} has no coordinate system, and feature {number} doesn't lie in EPSG:28992 (RD). Save the file with its coordinate system first.</source>
        <translation>{file} heeft geen coördinatenstelsel, en object {number} ligt niet in EPSG:28992 (RD). Sla het bestand eerst op met zijn coördinatenstelsel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file} has no features.</source>
        <translation>{file} heeft geen objecten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/table.py"/>
        <source>{file} has no rows with an indicator.</source>
        <translation>{file} heeft geen rijen met een indicator.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/models/scenario.py"/>
        <source>{file} has no scenario “{name}”; it has: {known}.</source>
        <translation>{file} heeft geen scenario “{name}”; wel: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/sheets.py"/>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file} has no sheet or layer {layer}.</source>
        <translation>{file} heeft geen blad of laag {layer}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_counts.py"/>
        <source>{file} has no {kinds} of the squares with scores. Areas are weighed by {used}.</source>
        <translation>{file} bevat geen {kinds} voor de vierkanten met scores. Gebieden zijn gewogen naar {used}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_counts.py"/>
        <source>{file} has no {kinds} of the squares with scores. Every square weighs the same.</source>
        <translation>{file} bevat geen {kinds} voor de vierkanten met scores. Elk vierkant weegt even zwaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file} has several columns for {column} ({columns}). Remove those that don't count.</source>
        <translation>{file} heeft meer dan één kolom voor {column} ({columns}). Verwijder de kolommen die niet tellen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file} has squares but no counts; expected is a column like aantal_woningen or aantal_inwoners.</source>
        <translation>{file} heeft vierkanten maar geen aantallen. Verwacht: een kolom als aantal_woningen of aantal_inwoners.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file} has {count} layers of points; expected is one, with a point for every dwelling or address.</source>
        <translation>{file} heeft {count} lagen met punten. Er moet er één zijn, met een punt per woning of adres.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/recipe.py"/>
        <source>{file} holds a recipe of format {format}; this version of the plugin reads {known}.</source>
        <translation>{file} bevat een recept met formaat {format}; deze versie van de plug-in leest {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/destinations.py"/>
        <source>{file} holds areas of a project; choose another file for the output.</source>
        <translation>{file} bevat gebieden van een project; kies een ander bestand voor de uitvoer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} holds more than a project needs, and isn't unpacked.</source>
        <translation>{file} bevat meer dan een project nodig heeft en wordt niet uitgepakt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>{file} holds no recipe: only reports, workbooks, GeoPackages and GeoJSON files that this plugin made do.</source>
        <translation>{file} bevat geen recept: dat doen alleen rapporten, werkmappen, GeoPackages en GeoJSON-bestanden die deze plug-in heeft gemaakt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{file} holds scores of {level} that another file holds too. Choose one.</source>
        <translation>{file} bevat scores van {level} die ook in een ander bestand staan. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/relations/table_years.py"/>
        <source>{file} holds several years per area, in column {column}: {years}. Choose the year of the figure.</source>
        <translation>{file} bevat meerdere jaren per gebied, in kolom {column}: {years}. Kies het jaar van het cijfer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} holds the path “{member}”, which leads out of the archive. It isn't read.</source>
        <translation>{file} bevat het pad “{member}”, dat buiten het archief leidt. Het wordt niet gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} holds “{member}” twice, so it isn't clear which is meant. It isn't read.</source>
        <translation>In {file} staat “{member}” twee keer, zodat niet duidelijk is welke bedoeld is. Het bestand wordt niet gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} holds “{name}”, which belongs outside its folder.</source>
        <translation>{file} bevat “{name}”, en dat hoort buiten zijn eigen map. Er is niets uitgepakt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} is a workbook, which isn't read. Save its sheet as CSV, or use the file as it was downloaded.</source>
        <translation>{file} is een werkmap; die wordt niet gelezen. Sla het blad op als CSV, of gebruik het bestand zoals het is gedownload.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file} is cut off: its last line has 1 column where {expected} were expected. Copy or download it again.</source>
        <translation>{file} is afgebroken: de laatste regel heeft 1 kolom waar er {expected} werden verwacht. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file} is cut off: its last line has {found} columns where {expected} were expected. Copy or download it again.</source>
        <translation>{file} is afgebroken: de laatste regel heeft {found} kolommen waar er {expected} werden verwacht. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} is damaged or cut off. Copy or download it again.</source>
        <translation>{file} is beschadigd of afgebroken. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file} is damaged: the name of a column is no readable text. Download the file again.</source>
        <translation>{file} is beschadigd: de naam van een kolom is geen leesbare tekst. Download het bestand opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/whole_json.py"/>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file} is damaged: {problem}.</source>
        <translation>{file} is beschadigd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} is damaged: {problem}. Ask for it again.</source>
        <translation>{file} is beschadigd: {problem}. Vraag het opnieuw aan uw collega.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file} is empty.</source>
        <translation>{file} is leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_file.py"/>
        <source>{file} is in use by another program, so nothing can be stored in it now. Try again when that is done.</source>
        <translation>{file} is in gebruik bij een ander programma; opslaan kan nu niet. Probeer het opnieuw als dat klaar is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_store.py"/>
        <source>{file} is in use by another program. What you drew stays in the layer, and is stored as soon as that is done.</source>
        <translation>{file} is in gebruik bij een ander programma. Wat u tekende blijft in de laag en wordt opgeslagen zodra dat kan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} is incomplete and can't be removed: {problem}.</source>
        <translation>{file} is onvolledig en kan niet worden verwijderd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_file.py"/>
        <location filename="../leefbaar_plugin/layers/project/found_layer.py"/>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} is incomplete; is the disk full? Nothing was left behind.</source>
        <translation>{file} is onvolledig; is de schijf vol? Er is niets achtergelaten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/printing/template.py"/>
        <source>{file} is no layout template of QGIS that can be used.</source>
        <translation>{file} is geen bruikbaar lay-outsjabloon van QGIS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/packing.py"/>
        <source>{file} is no project of QGIS that can be read.</source>
        <translation>{file} is geen leesbaar project van QGIS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} is no project that was packed for a colleague.</source>
        <translation>{file} is geen project dat voor een collega is ingepakt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>{file} is no rule: it is no text.</source>
        <translation>{file} is geen regel: het is geen tekst.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file} is no table with a header and rows.</source>
        <translation>{file} is geen tabel met een kop en rijen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file} is no text, although its name says so.</source>
        <translation>{file} is geen tekst, al zegt de naam van wel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} is no zip archive, or was cut off while it was copied. Copy or download it again.</source>
        <translation>{file} is geen zip-archief, of is bij het kopiëren afgebroken. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} is no zip, CSV, GeoPackage or GeoJSON, so it can't be a Leefbaarometer file.</source>
        <translation>{file} is geen zip, CSV, GeoPackage of GeoJSON en kan dus geen Leefbaarometerbestand zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/keeping.py"/>
        <source>{file} is open in another QGIS.</source>
        <translation>{file} is geopend in een andere QGIS.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/sheets.py"/>
        <source>{file} is protected by a password, or saved in an old form of Excel. Save it as XLSX or CSV without a password.</source>
        <translation>{file} is beveiligd met een wachtwoord, of opgeslagen in een oude vorm van Excel. Sla het bestand op als XLSX of CSV, zonder wachtwoord.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/sheets.py"/>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file} is too large for a table of areas.</source>
        <translation>{file} is te groot voor een tabel van gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>{file} is too large to be one of our outputs.</source>
        <translation>{file} is te groot om uitvoer van deze plug-in te zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/destinations.py"/>
        <source>{file} is what is read here; choose another file for the output.</source>
        <translation>{file} wordt hier gelezen; kies een ander bestand voor de uitvoer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <location filename="../leefbaar_plugin/report/replay.py"/>
        <source>{file} isn't there.</source>
        <translation>{file} is er niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{file} isn't used. {why}</source>
        <translation>{file} wordt niet gebruikt. {why}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{file} isn't used: it is no CSV or map file.</source>
        <translation>{file} wordt niet gebruikt: het is geen CSV- of GIS-bestand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{file} isn't used: its columns aren't known.</source>
        <translation>{file} wordt niet gebruikt: de kolommen zijn onbekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/label.py"/>
        <source>{file} isn't what it should be: names by language of at most {most} letters, such as {example}.</source>
        <translation>{file} is anders dan nodig. Geef per taal een naam van ten hoogste {most} letters, bijvoorbeeld {example}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/table.py"/>
        <location filename="../leefbaar_plugin/pack/reading/developments.py"/>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file} lacks the column(s) {missing}; expected are {expected}.</source>
        <translation>{file} mist de kolom(men) {missing}. Verwacht: {expected}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/unpacking.py"/>
        <source>{file} was packed by a newer version of the plugin (format {format}); this one reads {known}.</source>
        <translation>{file} is ingepakt door een nieuwere versie van de plug-in (formaat {format}); deze leest {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/sources.py"/>
        <source>{file} would unpack to {size} MB for “{member}”, far more than a Leefbaarometer file. It isn't read.</source>
        <translation>{file} zou voor “{member}” uitpakken tot {size} MB, veel meer dan een Leefbaarometerbestand. Het wordt niet gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/outlines/projection.py"/>
        <source>{file}, feature {number} can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>{file}, object {number}: omrekenen naar EPSG:28992 lukt niet; het ligt te ver van Nederland.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file}, feature {number}: a point was expected.</source>
        <translation>{file}, object {number}: hier hoort een punt te staan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file}, feature {number}: column {column} holds what is no readable text. Download the file again, or save it in UTF-8.</source>
        <translation>{file}, object {number}: kolom {column} bevat geen leesbare tekst. Download het bestand opnieuw of sla het op in UTF-8.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file}, feature {number}: column {column} holds “{text}” where a number was expected.</source>
        <translation>{file}, object {number}: kolom {column} bevat “{text}” waar een getal werd verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file}, feature {number}: column {column} holds “{text}”; expected is a whole number from {low} to {high}, or {codes} for none.</source>
        <translation>{file}, object {number}: kolom {column} bevat “{text}”. Verwacht: een geheel getal van {low} tot en met {high}, of {codes} voor geen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file}, feature {number}: column {column} holds “{text}”; expected is a whole number of dwellings.</source>
        <translation>{file}, object {number}: in kolom {column} staat “{text}”. Vul een heel aantal woningen in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}, feature {number}: column {column} is empty; expected is the code of an area.</source>
        <translation>{file}, object {number}: kolom {column} is leeg. Verwacht: de code van een gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file}, feature {number}: square {area} stands there twice (first as feature {first}).</source>
        <translation>{file}, object {number}: vierkant {area} komt twee keer voor (eerst als object {first}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/counts.py"/>
        <source>{file}, feature {number}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation>{file}, object {number}: “{text}” is geen vierkant. Verwacht: een code als E0974N4514.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: 1 column where {expected} were expected.</source>
        <translation>{file}, regel {line}: 1 kolom waar er {expected} werden verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: a quoted text has no end.</source>
        <translation>{file}, regel {line}: een tekst tussen aanhalingstekens wordt niet afgesloten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: column {column} holds “{text}” where a number was expected.</source>
        <translation>{file}, regel {line}: kolom {column} bevat “{text}” waar een getal werd verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <location filename="../leefbaar_plugin/pack/reading/scores_lbm2.py"/>
        <source>{file}, line {line}: column {column} holds “{text}”; expected is a class from 1 to {highest}.</source>
        <translation>{file}, regel {line}: kolom {column} bevat “{text}”. Verwacht: een klasse van 1 tot en met {highest}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <source>{file}, line {line}: column {column} holds “{text}”; expected is a code like {example}.</source>
        <translation>{file}, regel {line}: kolom {column} bevat “{text}”. Verwacht: een code zoals {example}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <source>{file}, line {line}: column {column} is empty; expected is the code of an area.</source>
        <translation>{file}, regel {line}: kolom {column} is leeg. Verwacht: de code van een gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: column {column} stands there twice.</source>
        <translation>{file}, regel {line}: kolom {column} komt twee keer voor.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/developments.py"/>
        <source>{file}, line {line}: the change of {area} from {since} to {until} stands there twice (first on line {first}).</source>
        <translation>{file}, regel {line}: de ontwikkeling van {area} van {since} tot {until} staat er twee keer (eerst op regel {first}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: this is no text. Copy or download the file again.</source>
        <translation>{file}, regel {line}: dit is geen tekst. Kopieer of download het bestand opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/user_table.py"/>
        <source>{file}, line {line}: this line is too long for a table of areas.</source>
        <translation>{file}, regel {line}: deze regel is te lang voor een tabel met gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <source>{file}, line {line}: {area} in {year} stands there twice (first on line {first}).</source>
        <translation>{file}, regel {line}: {area} in {year} staat er dubbel in (eerder op regel {first}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores_lbm2.py"/>
        <source>{file}, line {line}: {area} stands there twice.</source>
        <translation>{file}, regel {line}: {area} staat er dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/tables/tables.py"/>
        <source>{file}, line {line}: {found} columns where {expected} were expected.</source>
        <translation>{file}, regel {line}: {found} kolommen waar er {expected} werden verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/developments.py"/>
        <source>{file}, line {line}: “{since}” and “{until}” are no period; expected are two years, the first one first.</source>
        <translation>{file}, regel {line}: “{since}” en “{until}” zijn geen periode. Geef twee jaren, het eerste voorop.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/squares.py"/>
        <source>{file}, line {line}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation>{file}, regel {line}: “{text}” is geen vierkant. Verwacht: een code als E0974N4514.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/scores.py"/>
        <source>{file}, line {line}: “{text}” is no year; expected is a number like 2024.</source>
        <translation>{file}, regel {line}: “{text}” is geen jaar. Verwacht: een getal als 2024.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/table.py"/>
        <source>{file}, row {row} ({indicator}): dimension “{text}” isn't known; choose one of: {known}.</source>
        <translation>{file}, rij {row} ({indicator}): dimensie “{text}” is onbekend. Kies een van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/table.py"/>
        <source>{file}, row {row} ({indicator}): mean, sd and coefficient must be filled in, and sd above 0.</source>
        <translation>{file}, rij {row} ({indicator}): vul mean, sd en coefficient in; sd groter dan 0.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/models/table.py"/>
        <source>{file}, row {row} ({indicator}): transform “{text}” isn't known; choose one of: {known}.</source>
        <translation>{file}, rij {row} ({indicator}): bewerking “{text}” is onbekend. Kies een van: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/plausibility.py"/>
        <source>{file}, {place} holds “{text}”; expected is a number from {low} to {high}.</source>
        <translation>{file}, {place} bevat “{text}”. Verwacht: een getal van {low} tot en met {high}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/plausibility.py"/>
        <source>{file}, {place} holds “{text}”; expected is a number from {low} to {high}. Its decimal point or comma was probably lost.</source>
        <translation>{file}, {place} bevat “{text}”. Verwacht: een getal van {low} tot en met {high}. Waarschijnlijk is de punt of komma weggevallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/plausibility.py"/>
        <source>{file}, {place}: there is no measurement of {year}; {model} has {years}.</source>
        <translation>{file}, {place}: er is geen meting van {year}. {model} heeft {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_points.py"/>
        <source>{file}: 1 point lies in no square with a score, and doesn't count.</source>
        <translation>{file}: 1 punt ligt in geen vierkant met een score en telt niet mee.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: a feature has the id “{id}”; expected is a code like {example}.</source>
        <translation>{file}: een object heeft als id “{id}”. Verwacht: een code zoals {example}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: column {column} holds “{text}”; expected is one of {known}.</source>
        <translation>{file}: kolom {column} bevat “{text}”. Verwacht: een van {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: feature “{id}” has a class that isn't from 1 to {highest}.</source>
        <translation>{file}: object “{id}” heeft een klasse die niet van 1 tot en met {highest} is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: feature “{id}” has no year; expected is a number like 2024.</source>
        <translation>{file}: object “{id}” heeft geen jaar. Verwacht: een getal als 2024.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: feature “{id}” lies in no single 100 m square.</source>
        <translation>{file}: object “{id}” ligt niet in één vierkant van 100 m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: feature “{id}”: column {column} holds “{text}” where a number was expected.</source>
        <translation>{file}: gebied “{id}”: kolom {column} bevat “{text}”. Verwacht: een getal.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_points.py"/>
        <source>{file}: in 1 gemeente ({names}) points stand in less than half of the squares with dwellings; there the published counts hold.</source>
        <translation>{file}: in 1 gemeente ({names}) staan punten in minder dan de helft van de vierkanten met woningen. Daar gelden de gepubliceerde aantallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_points.py"/>
        <source>{file}: in {count} gemeenten ({names}) points stand in less than half of the squares with dwellings; there the published counts hold.</source>
        <translation>{file}: in {count} gemeenten ({names}) staan punten in minder dan de helft van de vierkanten met woningen. Daar gelden de gepubliceerde aantallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_points.py"/>
        <source>{file}: its points ({counted}) stand in {met} of the squares with dwellings ({squares}); at least half of the squares of a gemeente must have one.</source>
        <translation>{file}: de punten ({counted}) staan in {met} van de vierkanten met woningen ({squares}). Minstens de helft van de vierkanten van een gemeente moet er een hebben.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file}: none of its points counts as a dwelling. Look at the filter and at column {column}.</source>
        <translation>{file}: geen van de punten telt als woning. Kijk naar het filter en naar kolom {column}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_counts.py"/>
        <source>{file}: none of its squares ({counted}) is one of those that have scores ({scored}). It is of another part of the country.</source>
        <translation>{file}: geen van de vierkanten ({counted}) is een van die met scores ({scored}). Het bestand hoort bij een ander deel van het land.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file}: one file with points was expected.</source>
        <translation>{file}: kies één bestand met punten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/files.py"/>
        <location filename="../leefbaar_plugin/report/reporting.py"/>
        <source>{file}: the ending must be one of {known}.</source>
        <translation>{file}: kies een van deze extensies: {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/points.py"/>
        <source>{file}: the filter “{text}” can't be read. Expected is a condition like gebruiksdoel = 'woonfunctie'.</source>
        <translation>{file}: het filter “{text}” is niet te lezen. Schrijf een voorwaarde zoals gebruiksdoel = 'woonfunctie'.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{file}: the names of the columns were expected on line {expected} and stand on line {line}. What is above them was passed over.</source>
        <translation>{file}: de kolomnamen werden verwacht op regel {expected} en staan op regel {line}. Wat erboven staat is overgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/service.py"/>
        <source>{file}: {area} in {year} stands there twice.</source>
        <translation>{file}: {area} in {year} staat er dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_points.py"/>
        <source>{file}: {count} points lie in no square with a score, and don't count.</source>
        <translation>{file}: {count} punten liggen in geen vierkant met een score en tellen niet mee.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/square_counts.py"/>
        <source>{file}: {kinds} and inhabitants don't fit each other: {each} inhabitants each, on average. Expected is a number from {low} to {high}. Columns were probably mixed up.</source>
        <translation>{file}: {kinds} en inwoners passen niet bij elkaar: gemiddeld {each} inwoners per stuk. Verwacht: een getal van {low} tot {high}. Waarschijnlijk zijn kolommen verwisseld.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/vectors.py"/>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/reading/inspection.py"/>
        <source>{first} belongs to Leefbaarometer 2.0 and {second} to 3.0; their scores can't be compared. Import them one by one.</source>
        <translation>{first} hoort bij Leefbaarometer 2.0 en {second} bij 3.0; hun scores zijn niet te vergelijken. Importeer ze een voor een.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/folder.py"/>
        <source>{folder} already holds a data pack of other files or another choice (edition {edition}). Choose another folder; it wasn't touched.</source>
        <translation>{folder} bevat al een gegevenspakket van andere bestanden of een andere keuze (editie {edition}). Kies een andere map; er is niets aan veranderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/importing/importer.py"/>
        <source>{folder} can't be written: no permission. Choose another folder.</source>
        <translation>Geen schrijfrechten in {folder}. Kies een andere map.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/folder.py"/>
        <source>{folder} is in use by another program. Close it there and try again.</source>
        <translation>{folder} is in gebruik door een ander programma. Sluit de map daar en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/pack.py"/>
        <source>{folder} is no data pack of the Leefbaarometer plugin: it has no pack.json.</source>
        <translation>{folder} is geen gegevenspakket van de Leefbaarometer-plug-in: er is geen pack.json.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/folder.py"/>
        <source>{folder} isn't empty and holds no data pack. Choose another folder; nothing in it was touched.</source>
        <translation>{folder} is niet leeg en bevat geen gegevenspakket. Kies een andere map; er is niets aan veranderd.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>{imputed} of {squares} squares</source>
        <translation>
            <numerusform>{imputed} van {squares} vierkant</numerusform>
            <numerusform>{imputed} van {squares} vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/surrogate.py"/>
        <source>{indicators}: the same figure everywhere, so nothing can be fitted on it. Leave it out.</source>
        <translation>{indicators}: overal hetzelfde cijfer, dus hier valt niets op te schatten. Laat dit weg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/models/surrogate.py"/>
        <source>{indicator} follows exactly from {others}; leave one of them out.</source>
        <translation>{indicator} volgt precies uit {others}. Laat een ervan weg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{inner}–{outer} m</source>
        <translation>{inner}–{outer} m</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/tree.py"/>
        <source>{layer} – zoomed out</source>
        <translation>{layer} – uitgezoomd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/level_names.py"/>
        <source>{level} (own outlines)</source>
        <translation>{level} (eigen omtrek)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/locator.py"/>
        <source>{level} in {gemeente}</source>
        <translation>{level} in {gemeente}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/places.py"/>
        <source>{level} in {where}</source>
        <translation>{level} in {where}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/sureness.py"/>
        <source>{level} {name}: {score}, class {number}</source>
        <translation>{level} {name}: {score}, klasse {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}, {year}: {areas} published scores beside the means of their squares. Weighed by {weight} they come closest: {rms} off (root mean square), at most {largest} ({area}).</source>
        <translation>
            <numerusform>{level}, {year}: {areas} gepubliceerde score ({area}) naast het gemiddelde van de vierkanten. Gewogen naar {weight} komt dat het dichtst bij: {rms} verschil.</numerusform>
            <numerusform>{level}, {year}: {areas} gepubliceerde scores naast het gemiddelde van hun vierkanten. Gewogen naar {weight} komen die het dichtst bij: {rms} verschil (wortel van het gemiddelde kwadraat), hoogstens {largest} ({area}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}: no published change could be held against published scores.</source>
        <translation>{level}: geen gepubliceerde verandering was naast gepubliceerde scores te leggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}: what the file of squares calls “{first}” is what their own file calls “{second}”. Columns were probably mixed up.</source>
        <translation>{level}: wat in het bestand van de vierkanten “{first}” heet, heet in hun eigen bestand “{second}”. Waarschijnlijk zijn kolommen verwisseld.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}: {compared} published changes held against the difference of the published scores; largest difference {difference}.</source>
        <translation>
            <numerusform>{level}: {compared} gepubliceerde verandering vergeleken met het verschil van de gepubliceerde scores; grootste verschil {difference}.</numerusform>
            <numerusform>{level}: {compared} gepubliceerde veranderingen vergeleken met het verschil van de gepubliceerde scores; grootste verschil {difference}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}: {compared} scores recomputed; largest difference from the published ones {difference}.</source>
        <translation>
            <numerusform>{level}: {compared} score herberekend; verschil met de gepubliceerde {difference}.</numerusform>
            <numerusform>{level}: {compared} scores herberekend; grootste verschil met de gepubliceerde {difference}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{level}: {number} of {areas} with an outline have no score.</source>
        <translation>{level}: {number} van de {areas} met een grens hebben geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>{list} and {count} more</source>
        <translation>{list} en nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>{low} to {high}</source>
        <translation>{low} tot {high}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/lookup.py"/>
        <source>{model} has classes of the total score only, none of {theme}.</source>
        <translation>{model} heeft alleen klassen van de totaalscore, geen van {theme}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>{model}, edition {edition}, year {year}.</source>
        <translation>{model}, editie {edition}, jaar {year}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/whatif/measures.py"/>
        <source>{moved} dwellings from {on} to {to}</source>
        <translation>
            <numerusform>{moved} woning van {on} naar {to}</numerusform>
            <numerusform>{moved} woningen van {on} naar {to}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/known_packs.py"/>
        <source>{names} and {number} more</source>
        <translation>{names} en {number} andere</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/adding.py"/>
        <source>{name} (copy)</source>
        <translation>{name} (kopie)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/rows.py"/>
        <source>{name} (guest)</source>
        <translation>{name} (gast)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>{name} ({present} of {members})</source>
        <translation>{name} ({present} van {members})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/handover/editions.py"/>
        <source>{name} again</source>
        <translation>{name} opnieuw</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>{name} and {count} more</source>
        <translation>{name} en nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/citizens/locator.py"/>
        <location filename="../leefbaar_plugin/gui/drawing/area_dialogs.py"/>
        <source>{name} has no outline in these data.</source>
        <translation>{name} heeft geen omtrek in deze gegevens.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{name} has no score in both {since} and {until}, so its change isn't known.</source>
        <translation>{name} heeft geen score in zowel {since} als {until}, dus de verandering is niet bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>{name} has no score in {year}, but it has in {years}.</source>
        <translation>{name} heeft geen score in {year}, wel in {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/opening.py"/>
        <source>{name} is shown now, in the place of {other}.</source>
        <translation>{name} wordt nu getoond, in plaats van {other}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>{name} lies outside the squares with a score in these data, so it has no score.</source>
        <translation>{name} ligt buiten de vierkanten met een score in deze gegevens en heeft daarom geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>{name} or lower: {share}</source>
        <translation>{name} of lager: {share}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/workbench.py"/>
        <source>{name} was deleted.</source>
        <translation>{name} is verwijderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>{name} {surface} ({weight_share} of the {weight})</source>
        <translation>{name} {surface} ({weight_share} van de {weight})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>{name}, among neighbours</source>
        <translation>{name}, gegeven de buren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/spatial.py"/>
        <source>{name}, among neighbours: {confidence} % interval {low} to {high} ({p}).</source>
        <translation>{name}, gegeven de buren: {confidence} %-interval {low} tot {high} ({p}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/kept.py"/>
        <source>{name}, continued</source>
        <translation>{name}, vervolg</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/kept.py"/>
        <source>{name}, copy</source>
        <translation>{name}, kopie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{name}, weighted by {weight}</source>
        <translation>{name}, gewogen naar {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>{name}, {distance} m</source>
        <translation>{name}, {distance} m</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/drawing/surroundings_dialog.py"/>
        <source>{name}, {inner}–{outer} m</source>
        <translation>{name}, {inner}–{outer} m</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/figure.py"/>
        <source>{name}: change {since}–{until}</source>
        <translation>{name}: verandering {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>{name}: lower end of the interval</source>
        <translation>{name}: ondergrens van het interval</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/note.py"/>
        <source>{name}: no squares with scores in both years.</source>
        <translation>{name}: geen vierkanten met scores in beide jaren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>{name}: p-value</source>
        <translation>{name}: p-waarde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/around.py"/>
        <source>{name}: surroundings {since}–{until}</source>
        <translation>{name}: omgeving {since}–{until}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/relations/relation_outputs.py"/>
        <source>{name}: upper end of the interval</source>
        <translation>{name}: bovengrens van het interval</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{name}: {areas} areas, {share} % (without any association {expected} %).</source>
        <translation>
            <numerusform>{name}: {areas} gebied, {share} % (zonder enige samenhang {expected} %).</numerusform>
            <numerusform>{name}: {areas} gebieden, {share} % (zonder enige samenhang {expected} %).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/profile.py"/>
        <location filename="../leefbaar_plugin/charts/profile_dots.py"/>
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <location filename="../leefbaar_plugin/charts/trend.py"/>
        <location filename="../leefbaar_plugin/charts/waterfall.py"/>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/coefficients.py"/>
        <source>{name}: {value} ({confidence} % interval {low} to {high}; n = {n}).</source>
        <translation>{name}: {value} ({confidence} %-interval {low} tot {high}; n = {n}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/coefficients.py"/>
        <source>{name}: {value} ({confidence} % interval {low} to {high}; n = {n}, effective n = {effective}).</source>
        <translation>{name}: {value} ({confidence} %-interval {low} tot {high}; n = {n}, effectieve n = {effective}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/coefficients.py"/>
        <source>{name}: {value}; too few areas for an interval (n = {n}).</source>
        <translation>{name}: {value}; te weinig gebieden voor een interval (n = {n}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/groups.py"/>
        <source>{name}: {weight} by class, {since} and {until}</source>
        <translation>{name}: {weight} naar klasse, {since} en {until}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} areas with a published score have no square with one.</source>
        <translation>
            <numerusform>{number} gebied met een gepubliceerde score heeft geen vierkant met een score.</numerusform>
            <numerusform>{number} gebieden met een gepubliceerde score hebben geen vierkant met een score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} changes differ.</source>
        <translation>
            <numerusform>{number} verandering wijkt af.</numerusform>
            <numerusform>{number} veranderingen wijken af.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/importing/import_dialog.py"/>
        <source>{number} chosen</source>
        <translation>{number} gekozen</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} classes differ.</source>
        <translation>
            <numerusform>{number} klasse verschilt.</numerusform>
            <numerusform>{number} klassen verschillen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{number} got better</source>
        <translation>
            <numerusform>ging er {number} vooruit</numerusform>
            <numerusform>gingen er {number} vooruit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{number} got worse</source>
        <translation>
            <numerusform>ging er {number} achteruit</numerusform>
            <numerusform>gingen er {number} achteruit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/map/maps.py"/>
        <source>{number} map themes were made; they are under the eye in the layer panel.</source>
        <translation>
            <numerusform>{number} kaartthema gemaakt. U vindt het bij Kaartthema's beheren (oog) in het paneel Lagen.</numerusform>
            <numerusform>{number} kaartthema's gemaakt. U vindt ze bij Kaartthema's beheren (oog) in het paneel Lagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} own dwellings</source>
        <translation>
            <numerusform>{number} eigen woning</numerusform>
            <numerusform>{number} eigen woningen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} rows hold no change of the total; there our own difference is taken.</source>
        <translation>
            <numerusform>{number} rij bevat geen verandering van het totaal; daar telt het zelf berekende verschil.</numerusform>
            <numerusform>{number} rijen bevatten geen verandering van het totaal; daar telt het zelf berekende verschil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} rows hold no score and were left out.</source>
        <translation>
            <numerusform>{number} rij bevat geen score en is weggelaten.</numerusform>
            <numerusform>{number} rijen bevatten geen score en zijn weggelaten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} rows lack a dimension.</source>
        <translation>
            <numerusform>In {number} rij ontbreekt een dimensie.</numerusform>
            <numerusform>In {number} rijen ontbreekt een dimensie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{number} rows lack the total or the deviation, which was computed from the other.</source>
        <translation>
            <numerusform>In {number} rij ontbreekt het totaal of de afwijking; die is uit de andere van de twee berekend.</numerusform>
            <numerusform>In {number} rijen ontbreekt het totaal of de afwijking; die is uit de andere van de twee berekend.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/importing/import_preview.py"/>
        <source>{number} squares</source>
        <translation>
            <numerusform>{number} vierkant</numerusform>
            <numerusform>{number} vierkanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{number} stayed the same</source>
        <translation>
            <numerusform>bleef er {number} gelijk</numerusform>
            <numerusform>bleven er {number} gelijk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>{n} areas; association, no cause</source>
        <translation>
            <numerusform>{n} gebied; samenhang, geen oorzaak</numerusform>
            <numerusform>{n} gebieden; samenhang, geen oorzaak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/charts/scatter.py"/>
        <source>{n} areas; {x_label} by {y_label}; the arrow keys go over the areas</source>
        <translation>
            <numerusform>{n} gebied; {x_label} tegen {y_label}; de pijltjestoetsen gaan langs de gebieden</numerusform>
            <numerusform>{n} gebieden; {x_label} tegen {y_label}; de pijltjestoetsen gaan langs de gebieden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/signals/clusters.py"/>
        <source>{parameters} plays no role in this condition; leave it out, or choose another condition.</source>
        <translation>{parameters} speelt geen rol bij deze voorwaarde; laat het weg, of kies een andere voorwaarde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>{parameter} can't be {value}; it lies between {low} and {high}.</source>
        <translation>{parameter} kan niet {value} zijn; het ligt tussen {low} en {high}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>{place} of {count}</source>
        <translation>{place} van {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>{present} of {members} gemeenten in these data</source>
        <translation>{present} van de {members} gemeenten in deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{region}, Pearson</source>
        <translation>{region}, Pearson</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{region}, Spearman</source>
        <translation>{region}, Spearman</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/map/year_player.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>{share} of the surface has no scored squares</source>
        <translation>{share} van de oppervlakte zonder vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/whereabouts.py"/>
        <source>{share} outside the gemeenten of these data</source>
        <translation>{share} buiten de gemeenten van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} a part of it in these data</source>
        <translation>{sign} deels in deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} Areas of which less than {share} of the surface has scored squares: {count}.</source>
        <translation>{sign} Gebieden waarvan minder dan {share} van de oppervlakte vierkanten met een score heeft: {count}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} Areas of which the number of inhabitants isn't known: {count}.</source>
        <translation>{sign} Gebieden waarvan het aantal inwoners niet bekend is: {count}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} Areas with fewer than {number} inhabitants: {count}.</source>
        <translation>
            <numerusform>{sign} Gebieden met minder dan {number} inwoner: {count}.</numerusform>
            <numerusform>{sign} Gebieden met minder dan {number} inwoners: {count}.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} Areas with fewer than {number} {weight}: {count}.</source>
        <translation>{sign} Gebieden met minder dan {number} {weight}: {count}.</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} fewer than {number} inhabitants</source>
        <translation>
            <numerusform>{sign} minder dan {number} inwoner</numerusform>
            <numerusform>{sign} minder dan {number} inwoners</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/marks.py"/>
        <source>{sign} number of inhabitants not known</source>
        <translation>{sign} aantal inwoners niet bekend</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/report/content.py"/>
        <source>{squares} squares</source>
        <translation>
            <numerusform>{squares} vierkant</numerusform>
            <numerusform>{squares} vierkanten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>{squares} squares estimated</source>
        <translation>
            <numerusform>{squares} vierkant geschat</numerusform>
            <numerusform>{squares} vierkanten geschat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/processing/edition/recompute_scores.py"/>
        <source>{squares} squares in {year}; largest difference from the published scores {difference}.</source>
        <translation>
            <numerusform>{squares} vierkant in {year}; grootste verschil met de gepubliceerde score {difference}.</numerusform>
            <numerusform>{squares} vierkanten in {year}; grootste verschil met de gepubliceerde scores {difference}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/account.py"/>
        <source>{squares} squares lack a dimension; they count for the total, and for no dimension.</source>
        <translation>
            <numerusform>In {squares} vierkant ontbreekt een dimensie; het telt mee voor de totaalscore en voor geen enkele dimensie.</numerusform>
            <numerusform>In {squares} vierkanten ontbreekt een dimensie; ze tellen mee voor de totaalscore en voor geen enkele dimensie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{squares} squares with an estimated count</source>
        <translation>
            <numerusform>{squares} vierkant met een geschat aantal</numerusform>
            <numerusform>{squares} vierkanten met een geschat aantal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/gui/area/warned.py"/>
        <source>{squares} squares without dimensions</source>
        <translation>
            <numerusform>{squares} vierkant zonder dimensies</numerusform>
            <numerusform>{squares} vierkanten zonder dimensies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>{squares} squares, {count} {weight}; {covered} of the surface has a score.</source>
        <translation>
            <numerusform>{squares} vierkant, {count} {weight}; {covered} van het oppervlak heeft een score.</numerusform>
            <numerusform>{squares} vierkanten, {count} {weight}; {covered} van het oppervlak heeft een score.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{square}: {share} of it counts in the area</source>
        <translation>{square}: {share} telt mee in het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{square}: {share} of it counts in {name}</source>
        <translation>{square}: {share} telt mee in {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>{surface} of the area's surface and {weight} of its weight lie in this gemeente</source>
        <translation>Van het gebied ligt {surface} van de oppervlakte en {weight} van het gewicht in deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>{surface} of the area's surface lies in this gemeente</source>
        <translation>{surface} van de oppervlakte van het gebied ligt in deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{surface}, {covered} of it scored squares</source>
        <translation>{surface}, waarvan {covered} vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>{texts} and {last}</source>
        <translation>{texts} en {last}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/pack/files/json_text.py"/>
        <source>{text} is no number</source>
        <translation>{text} is geen getal</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/relation.py"/>
        <source>{theme} in {year} beside {column} of {file}: {n} areas with both figures.</source>
        <translation>
            <numerusform>{theme} in {year} naast {column} van {file}: {n} gebied met beide cijfers.</numerusform>
            <numerusform>{theme} in {year} naast {column} van {file}: {n} gebieden met beide cijfers.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>{theme} minus that of {reference}, {year}</source>
        <translation>{theme} min dat van {reference}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>{theme} over the years</source>
        <translation>{theme} door de jaren heen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area/card.py"/>
        <location filename="../leefbaar_plugin/gui/theme_line.py"/>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>{theme} {year}</source>
        <translation>{theme} {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/list.py"/>
        <source>{theme} {year}, beside the total score; the rule decides which areas there are</source>
        <translation>{theme} {year}, naast de totaalscore; de zoekregel bepaalt welke gebieden er staan</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <location filename="../leefbaar_plugin/gui/find/columns.py"/>
        <source>{theme}, deviation from the reference in {year}</source>
        <translation>{theme}, afwijking van de referentie in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/theme_line.py"/>
        <source>{theme}, the total beside it</source>
        <translation>{theme}, daarnaast de totaalscore</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/relation/results.py"/>
        <source>{theme}, {year}</source>
        <translation>{theme}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/signals/square_conditions.py"/>
        <source>{times} of the last {back} measurements were asked for; up to {year} there are {present}.</source>
        <translation>Gevraagd zijn {times} van de laatste {back} metingen; tot en met {year} zijn er {present}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/find/control.py"/>
        <source>{title} (changed)</source>
        <translation>{title} (aangepast)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/sheets.py"/>
        <source>{weight} in squares whose class isn't certain</source>
        <translation>{weight} in vierkanten waarvan de klasse niet zeker is</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/report/page.py"/>
        <source>{weight} per class</source>
        <translation>{weight} per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whatif/results.py"/>
        <source>{weight} per class, in this example</source>
        <translation>{weight} per klasse, in dit voorbeeld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/charts/figure_data.py"/>
        <source>{weight} per class, {theme} {year}</source>
        <translation>{weight} per klasse, {theme} {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/check.py"/>
        <source>{weight} {rms}, at most {largest}</source>
        <translation>{weight} {rms}, hoogstens {largest}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{weight}, counted: {number}</source>
        <translation>{weight}, meegeteld: {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/letter_columns.py"/>
        <source>{what}: change since the measurement before</source>
        <translation>{what}: verandering sinds de meting ervoor</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>{worst} went down most ({fall}), {best} least ({rise}).</source>
        <translation>{worst} daalde het meest ({fall}), {best} het minst ({rise}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/period.py"/>
        <source>{year} has no dimensions, only a total score: contributions and the dimension that explains most are empty.</source>
        <translation>{year} heeft geen dimensies, alleen een totaalscore: de bijdragen en de dimensie met de grootste bijdrage zijn leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{year}: as published; these data hold no squares of it · edition {edition}</source>
        <translation>{year}: zoals gepubliceerd; deze gegevens bevatten er geen vierkanten van · editie {edition}</translation>
    </message>
    <message numerus="yes">
        <location filename="../leefbaar_plugin/words/wording.py"/>
        <source>{year}: {squares} squares</source>
        <translation>
            <numerusform>{year}: {squares} vierkant</numerusform>
            <numerusform>{year}: {squares} vierkanten</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/change.py"/>
        <source>“{dimension}” contributed most to that ({value}).</source>
        <translation>“{dimension}” droeg daar het meest aan bij ({value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/words/paragraph.py"/>
        <source>“{dimension}” wasn't published for {year}.</source>
        <translation>“{dimension}” is voor {year} niet gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/scenarios/document.py"/>
        <source>“{entry}” lacks or isn't what it should be.</source>
        <translation>“{entry}” ontbreekt of is niet wat het moet zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/result_layers.py"/>
        <source>“{layer}” was added; it is stored in {file}.</source>
        <translation>“{layer}” is toegevoegd; de laag staat in {file}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_buffer.py"/>
        <source>“{name}” can't be stored as it is: {problem}. Other edits are stored.</source>
        <translation>“{name}” kan zo niet worden opgeslagen: {problem}. Andere bewerkingen zijn opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_shape.py"/>
        <source>“{name}” has coordinates that can't lie in EPSG:28992 (RD), so it can't be stored as an area.</source>
        <translation>“{name}” heeft coördinaten die niet in EPSG:28992 (RD) kunnen liggen, en kan geen gebied zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_shape.py"/>
        <source>“{name}” has no outline, so it can't be stored as an area.</source>
        <translation>“{name}” heeft geen omtrek, en kan geen gebied zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_shape.py"/>
        <source>“{name}” has no surface on the map, so it can't be stored as an area.</source>
        <translation>“{name}” heeft geen oppervlak op de kaart, en kan geen gebied zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_shape.py"/>
        <source>“{name}” is no polygon, so it can't be stored as an area.</source>
        <translation>“{name}” is geen polygoon en kan dus niet als gebied worden opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/areas/area_buffer.py"/>
        <source>“{name}” keeps its {field}, which numbers the rows of the file.</source>
        <translation>“{name}” houdt zijn {field}: die nummert de rijen van het bestand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>“{text}” is no distance; write 250, 500 or 0-250, 250-500 (metres).</source>
        <translation>“{text}” is geen afstand; schrijf 250, 500 of 0-250, 250-500 (meter).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/change/surroundings.py"/>
        <source>“{text}” is no ring; write rings as 0-250, 250-500 (metres).</source>
        <translation>“{text}” is geen ring; schrijf ringen als 0-250, 250-500 (meter).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_set.py"/>
        <source>“{text}” is no value of a parameter; expected is name=value.</source>
        <translation>“{text}” is geen waarde van een parameter. Verwacht: naam=waarde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/inputs/period.py"/>
        <source>“{text}” is no year; expected are years like 2014, 2024, or “all”.</source>
        <translation>“{text}” is geen jaar. Vul jaren in zoals 2014, 2024, of all voor alle.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>“{value}” isn't a number that {parameter} can be.</source>
        <translation>“{value}” is geen getal dat {parameter} kan zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/signals/rule_file.py"/>
        <source>“{value}” isn't a value of {parameter}; it can be {allowed}.</source>
        <translation>“{value}” is geen waarde van {parameter}; dat kan {allowed} zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/analysis/lookup.py"/>
        <source>“{year}” is no year; the data have {years}.</source>
        <translation>“{year}” is geen jaar; de gegevens hebben {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change/table.py"/>
        <source>≤ weak</source>
        <translation>klasse 1-4</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare/model.py"/>
        <source>≤ {class_name}</source>
        <translation>≤ {class_name}</translation>
    </message>
</context>
</TS>
