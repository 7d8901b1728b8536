<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Leefbaarometer</name>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>&amp;Add</source>
        <translation>&amp;Toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>&amp;Buffer (m)</source>
        <translation>&amp;Buffer (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>&amp;Level</source>
        <translation>N&amp;iveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>&amp;Rings (m)</source>
        <translation>&amp;Ringen (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>; for {reference} that is {share}.</source>
        <translation>; voor {reference} is dat {share}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>&lt;b&gt;{name}&lt;/b&gt;, {theme} {since}–{year}: &lt;b&gt;{value}&lt;/b&gt;, {change_class}.&lt;br&gt;Better {better}, the same {same}, worse {worse} of the {weight} of {squares} squares with both years.</source>
        <translation>&lt;b&gt;{name}&lt;/b&gt;, {theme} {since}–{year}: &lt;b&gt;{value}&lt;/b&gt;, {change_class}.&lt;br&gt;Beter {better}, gelijk {same}, slechter {worse} van de {weight} in {squares} vierkanten met beide jaren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>A gemeente isn't compared with itself; choose a finer map level.</source>
        <translation>Een gemeente wordt niet met zichzelf vergeleken; kies een fijner kaartniveau.</translation>
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
        <location filename="../leefbaar_plugin/data/glossary.py"/>
        <location filename="../leefbaar_plugin/data/groups.py"/>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <location filename="../leefbaar_plugin/layers/styles.py"/>
        <source>A model file lacks an entry or has a wrong one: {problem}.</source>
        <translation>In een modelbestand ontbreekt iets of staat iets verkeerd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>a number from 1 to 9, a name, or a name with “or lower”; by default “zwak or lower”</source>
        <translation>een nummer van 1 tot en met 9, een naam, of een naam met “of lager”; standaard “zwak of lager”</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>A square on the border counts whole when its centre lies inside, else not at all.</source>
        <translation>Een vierkant op de grens telt helemaal mee als het midden binnen het gebied ligt, en anders niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>A square that the border cuts counts for the share of its surface that lies inside.</source>
        <translation>Een vierkant dat door de grens wordt doorsneden, telt mee voor het deel van zijn oppervlakte dat binnen het gebied ligt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>a year of the data; by default the year that the panel shows</source>
        <translation>een jaar van de gegevens; standaard het jaar dat het paneel toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>about as the gemeente</source>
        <translation>rond de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>about {number} squares</source>
        <translation>ongeveer {number} vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>above the gemeente</source>
        <translation>boven de gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Add &amp;separately</source>
        <translation>&amp;Los toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Add a folder</source>
        <translation>Map toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Add a folder…</source>
        <translation>Map toevoegen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Add a zip, a folder or files; this shows what is in them before anything is done.</source>
        <translation>Voeg een zip, een map of bestanden toe; hier staat dan wat erin zit, nog voordat er iets gebeurt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Add areas</source>
        <translation>Gebieden toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Add as &amp;one area</source>
        <translation>Als éé&amp;n gebied toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Add files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Add files…</source>
        <translation>Bestanden toevoegen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>Added: {names}.</source>
        <translation>Toegevoegd: {names}.</translation>
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
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>All areas together; where they overlap, a square counts once</source>
        <translation>Alle gebieden samen; waar ze overlappen telt een vierkant één keer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>All squares</source>
        <translation>Alle vierkanten</translation>
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
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>all together</source>
        <translation>alles samen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/pieces.py"/>
        <source>An area lies outside any map in EPSG:28992; its coordinate system must be wrong.</source>
        <translation>Een gebied ligt buiten elke kaart in EPSG:28992; het coördinatensysteem moet verkeerd zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>an area, such as @geometry; in the coordinate system of its layer</source>
        <translation>een gebied, zoals @geometry; in het coördinatenstelsel van zijn laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Another area of yours</source>
        <translation>Een ander eigen gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>Area {number}</source>
        <translation>Gebied {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Area {number} (feature {id}) is an invalid polygon and was repaired.</source>
        <translation>Gebied {number} (object {id}) is een ongeldige polygoon en is hersteld.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Area {number} (feature {id}) is empty.</source>
        <translation>Gebied {number} (object {id}) is leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Area {number} (feature {id}) lies outside the scored squares; it has no figures.</source>
        <translation>Gebied {number} (object {id}) ligt buiten de vierkanten met een score en heeft dus geen cijfers.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} has a coordinate that is no number.</source>
        <translation>Gebied {number} heeft een coördinaat die geen getal is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} has a damaged geometry.</source>
        <translation>Gebied {number} heeft een beschadigde geometrie.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <source>Area {number} is a {kind}; expected is a polygon.</source>
        <translation>Gebied {number} is een {kind}; verwacht wordt een polygoon.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <source>Area {number} is invalid and can't be repaired: {problem}.</source>
        <translation>Gebied {number} is ongeldig en kan niet worden hersteld: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} is no polygon.</source>
        <translation>Gebied {number} is geen polygoon.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/official.py"/>
        <source>Area {number} isn't among the official areas any more.</source>
        <translation>Gebied {number} staat niet meer bij de officiële gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Areas of a project that was never saved are still there.</source>
        <translation>Er zijn nog gebieden van een project dat nooit is opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_table.py"/>
        <source>Areas side by side</source>
        <translation>Gebieden naast elkaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Areas with figures</source>
        <translation>Gebieden met cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Arguments</source>
        <translation>Argumenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Around {name}</source>
        <translation>Rond {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
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
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold column {column}. Choose one.</source>
        <translation>{first} en {second} bevatten allebei kolom {column}. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold counts per square. Choose one.</source>
        <translation>{first} en {second} bevatten allebei aantallen per vierkant. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold outlines of {level}: two editions can't go into one import. Choose one.</source>
        <translation>{first} en {second} bevatten allebei grenzen van {level}: twee edities kunnen niet samen worden geïmporteerd. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold scores of {level}: two editions can't go into one import. Choose one.</source>
        <translation>{first} en {second} bevatten allebei scores van {level}: twee edities kunnen niet samen worden geïmporteerd. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Bring them back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Buffer (m)</source>
        <translation>Buffer (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Buffer and rings</source>
        <translation>Buffer en ringen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Buffer or rings around the area…</source>
        <translation>Buffer of ringen rond het gebied…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>By zoom</source>
        <translation>Volgens zoomniveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/progress.py"/>
        <location filename="../leefbaar_plugin/gui/work.py"/>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>Cancelled; nothing was left behind.</source>
        <translation>Geannuleerd; er is niets achtergebleven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Cancelling…</source>
        <translation>Bezig met annuleren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>CBS squares with dwellings (GeoPackage)</source>
        <translation>CBS-vierkanten met woningen (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>centre inside</source>
        <translation>middelpunt binnen het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Change between two years, in classes around no change</source>
        <translation>Verandering tussen twee jaren, in klassen rond geen verandering</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Changes between years are an own calculation: the ministry's bounds for them aren't public.</source>
        <translation>Veranderingen tussen jaren zijn een eigen berekening: de grenzen die het ministerie ervoor gebruikt zijn niet openbaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <location filename="../leefbaar_plugin/layers/selected_areas.py"/>
        <source>Choose a layer with polygons in the layer panel first.</source>
        <translation>Kies eerst een laag met polygonen in het lagenpaneel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Choose an area, or type another name and press Enter</source>
        <translation>Kies een gebied, of typ een andere naam en druk op Enter</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Choose or draw an area first.</source>
        <translation>Kies of teken eerst een gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Class {class_name}</source>
        <translation>Klasse {class_name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Class {number} ({class_name}) begins {distance} higher.</source>
        <translation>Klasse {number} ({class_name}) begint {distance} hoger.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Class {year}</source>
        <translation>Klasse {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Classes follow bounds that were recovered from published scores; where a score lies in the interval of a bound, the class is uncertain and marked with “?”.</source>
        <translation>De klassegrenzen zijn afgeleid uit gepubliceerde scores; ligt een score binnen de onzekerheid van zo'n grens, dan is de klasse onzeker en staat er een “?” bij.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Classes that differ</source>
        <translation>Klassen die verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Click the corners on the map; right-click closes the area, Esc stops</source>
        <translation>Klik de hoekpunten aan op de kaart; rechtsklikken sluit het gebied, Esc stopt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Click the corners; the figures follow the cursor. A right click closes the area, Esc stops.</source>
        <translation>Klik de hoeken aan; de cijfers volgen de cursor. Rechtsklikken sluit het gebied, Esc stopt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <location filename="../leefbaar_plugin/gui/palette_preview.py"/>
        <source>Colours of the classes</source>
        <translation>Kleuren van de klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Comes with the plugin; nothing is downloaded. Takes a few seconds.</source>
        <translation>Zit bij de plugin; er wordt niets gedownload. Duurt een paar seconden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <location filename="../leefbaar_plugin/gui/reference_choice.py"/>
        <source>Compare with</source>
        <translation>Vergelijk met</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Compared with {first} the score has hardly changed ({change}).</source>
        <translation>Vergeleken met {first} is de score nauwelijks veranderd ({change}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>Computing…</source>
        <translation>Berekenen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Contents</source>
        <translation>Inhoud</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>Copy account</source>
        <translation>Verantwoording kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>Copy as picture</source>
        <translation>Kopiëren als afbeelding</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>Copy as table</source>
        <translation>Kopiëren als tabel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/unavailable.py"/>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Copy picture</source>
        <translation>Afbeelding kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Copy table</source>
        <translation>Tabel kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>Copy text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>could not be measured; see the log</source>
        <translation>kon niet worden berekend; zie het logboek</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Covered</source>
        <translation>Gedekt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>CSV files</source>
        <translation>CSV-bestanden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Data folder</source>
        <translation>Gegevensmap</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Data pack (folder)</source>
        <translation>Gegevenspakket (map)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Data pack (new folder)</source>
        <translation>Gegevenspakket (nieuwe map)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Delete the area</source>
        <translation>Gebied verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Development</source>
        <translation>Ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>development</source>
        <translation>ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>deviation from the own gemeente</source>
        <translation>afwijking van de eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>Deviation {deviation}</source>
        <translation>Afwijking {deviation}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Diff.</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/profile_dots.py"/>
        <source>Dimension</source>
        <translation>Dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_table.py"/>
        <source>Dimensions</source>
        <translation>Dimensies</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_pictures.py"/>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>Dimensions {year}, deviation from the reference</source>
        <translation>Dimensies {year}, afwijking t.o.v. de referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Draw a first area</source>
        <translation>Teken een eerste gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
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
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Draw or select at least one area; here they stand side by side.</source>
        <translation>Teken of selecteer minstens één gebied; hier staan ze dan naast elkaar.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Duplicate the area</source>
        <translation>Gebied dupliceren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Dutch: semicolon, decimal comma</source>
        <translation>Nederlands: puntkomma, decimale komma</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>dwellings</source>
        <translation>woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Dwellings when nothing is known</source>
        <translation>Woningen als niets bekend is</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>dwellings, households and inhabitants per square (CBS)</source>
        <translation>woningen, huishoudens en inwoners per vierkant (CBS)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>Each dimension as a bar around zero</source>
        <translation>Elke dimensie als een staaf rond nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Edit areas</source>
        <translation>Gebieden bewerken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Edition</source>
        <translation>Editie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>edition {edition}</source>
        <translation>editie {edition}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>equal</source>
        <translation>gelijk</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Estimate: you are still drawing this area.</source>
        <translation>Schatting: u tekent dit gebied nog.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Even-odd</source>
        <translation>Even-oneven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>even-odd</source>
        <translation>even-oneven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Every area against the gemeente that it lies in</source>
        <translation>Elk gebied vergeleken met de gemeente waarin het ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
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
        <location filename="../leefbaar_plugin/layers/selected_areas.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>Object {id} kan niet naar EPSG:28992 worden omgezet; het ligt te ver van Nederland.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>fewer than {number} dwellings</source>
        <translation>minder dan {number} woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Figures of areas</source>
        <translation>Cijfers van gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Files from the Leefbaarometer and CBS</source>
        <translation>Bestanden van de Leefbaarometer en het CBS</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <source>Fill rule {rule} isn't one of {rules}.</source>
        <translation>Vulregel {rule} is niet een van {rules}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>First year of the development</source>
        <translation>Eerste jaar van de ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Fixed by the administrator, with {variable}</source>
        <translation>Vastgezet door de beheerder, met {variable}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Folder in which the data pack is made</source>
        <translation>Map waarin het gegevenspakket komt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Folder of the data pack</source>
        <translation>Map van het gegevenspakket</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>For {imputed} of the {squares} squares the number of {weight} was estimated.</source>
        <translation>Voor {imputed} van de {squares} vierkanten is het aantal {weight} geschat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>For {reference} the score is {score}; this area doesn't differ from it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied wijkt daar niet van af.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>For {reference} the score is {score}; this area is {distance} above it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied ligt daar {distance} boven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>For {reference} the score is {score}; this area is {distance} below it.</source>
        <translation>Voor {reference} is de score {score}; dit gebied ligt daar {distance} onder.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>For {reference} there is no score in {year}.</source>
        <translation>Voor {reference} is er geen score in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>from the comparison</source>
        <translation>vanaf de vergelijking</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>From the reference to the score</source>
        <translation>Van de referentie naar de score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>From the reference to the score, dimension by dimension</source>
        <translation>Van de referentie naar de score, dimensie voor dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>From the reference to the score, {year}</source>
        <translation>Van de referentie naar de score, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>From {reference} to the score, {year}</source>
        <translation>Van {reference} naar de score, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>Gaps up to {width} m wide between the outlines were closed: {surface} m².</source>
        <translation>Kieren tot {width} m breed tussen de grenzen zijn gedicht: {surface} m².</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>Gemeente {missing} isn't in the files. They hold: {available}.</source>
        <translation>Gemeente {missing} staat niet in de bestanden. Die bevatten: {available}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>gemeente {name}</source>
        <translation>gemeente {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>Gemeenten can't be chosen without their outlines. Add the zip with geometry, or import everything.</source>
        <translation>Zonder gemeentegrenzen kunnen geen gemeenten worden gekozen. Voeg de zip met geometrie toe, of importeer alles.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Gemeenten to import</source>
        <translation>Te importeren gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>gemeenten {names}</source>
        <translation>gemeenten {names}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Gemeenten: names or codes separated by ; (all when empty)</source>
        <translation>Gemeenten: namen of codes gescheiden door ; (leeg = alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>Give a distance in metres, up to {most}, negative to go inwards.</source>
        <translation>Geef een afstand in meters, tot {most}; negatief is naar binnen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Give a distance.</source>
        <translation>Geef een afstand.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>Give one or more rings, as 0-250, 250-500 (metres).</source>
        <translation>Geef een of meer ringen, zoals 0-250, 250-500 (meter).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Glossary</source>
        <translation>Begrippen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Glossary: {count} terms with “{text}”</source>
        <translation>Begrippen: {count} met “{text}”</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Help and glossary</source>
        <translation>Hulp en begrippen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Help and glossary (F1)</source>
        <translation>Hulp en begrippen (F1)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>households</source>
        <translation>huishoudens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>How it works, in one minute</source>
        <translation>Hoe het werkt, in één minuut</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>How was this computed?</source>
        <translation>Hoe is dit berekend?</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Import an edition</source>
        <translation>Een editie importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Import data…</source>
        <translation>Gegevens importeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Import Leefbaarometer data</source>
        <translation>Leefbaarometergegevens importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Imported: {squares} squares, edition {edition}.</source>
        <translation>Geïmporteerd: {squares} vierkanten, editie {edition}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Importing…</source>
        <translation>Bezig met importeren…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>In {rows} rows the contributions don't add up to the published deviation.</source>
        <translation>In {rows} rijen tellen de bijdragen niet op tot de gepubliceerde afwijking.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>In {year}, {name} has a score of {score}, which is class {number} ({class_name}).</source>
        <translation>{name} heeft in {year} een score van {score} en valt daarmee in klasse {number} ({class_name}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>inhabitants</source>
        <translation>inwoners</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>inhabited squares</source>
        <translation>bewoonde vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>International: comma, decimal point</source>
        <translation>Internationaal: komma, decimale punt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>its own gemeente</source>
        <translation>de eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Kind of layer</source>
        <translation>Soort laag</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Largest difference from the published scores</source>
        <translation>Grootste verschil met de gepubliceerde scores</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Layer of squares by class</source>
        <translation>Laag met vierkanten per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/selected_areas.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Layer {layer} has no coordinate system. Set it in the layer's properties first.</source>
        <translation>Laag {layer} heeft geen coördinatensysteem. Stel dat eerst in bij de laageigenschappen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Layer {layer} holds {kind}; expected are areas (polygons).</source>
        <translation>Laag {layer} bevat {kind}; verwacht worden gebieden (polygonen).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>lbm (total score, the default), afw (deviation), fys, onv, soc, vrz or won</source>
        <translation>lbm (totaalscore, de standaard), afw (afwijking), fys, onv, soc, vrz of won</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer data</source>
        <translation>Leefbaarometergegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer help</source>
        <translation>Hulp bij de Leefbaarometer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer options…</source>
        <translation>Opties van de Leefbaarometer…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer panel</source>
        <translation>Paneel Leefbaarometer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>Leefbaarometer: buffer and rings</source>
        <translation>Leefbaarometer: buffer en ringen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>Leefbaarometer: combining areas</source>
        <translation>Leefbaarometer: gebieden samenvoegen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Leefbaarometer: comparing areas</source>
        <translation>Leefbaarometer: gebieden vergelijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>Leefbaarometer: computing the development</source>
        <translation>Leefbaarometer: ontwikkeling berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/computed_maps.py"/>
        <source>Leefbaarometer: computing the map</source>
        <translation>Leefbaarometer: kaart berekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/locator.py"/>
        <source>Leefbaarometer: gemeente, wijk, buurt, project area</source>
        <translation>Leefbaarometer: gemeente, wijk, buurt, projectgebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/computed_maps.py"/>
        <source>Leefbaarometer: hatching squares with few dwellings</source>
        <translation>Leefbaarometer: vierkanten met weinig woningen arceren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Leefbaarometer: help</source>
        <translation>Leefbaarometer: hulp</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer: importing edition {edition}</source>
        <translation>Leefbaarometer: editie {edition} importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Leefbaarometer: importing the demonstration data</source>
        <translation>Leefbaarometer: demonstratiegegevens importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer: looking through files</source>
        <translation>Leefbaarometer: bestanden bekijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>Leefbaarometer: measuring gemeenten and country</source>
        <translation>Leefbaarometer: gemeenten en land doorrekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Leefbaarometer: preparing the squares</source>
        <translation>Leefbaarometer: vierkanten voorbereiden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Leefbaarometer: reading names</source>
        <translation>Leefbaarometer: namen lezen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Leefbaarometer: recomputing scores</source>
        <translation>Leefbaarometer: scores herberekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/second_map.py"/>
        <source>Leefbaarometer: second year</source>
        <translation>Leefbaarometer: tweede jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>Leefbaarometer: where the area lies</source>
        <translation>Leefbaarometer: waar het gebied ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>less than {limit}</source>
        <translation>minder dan {limit}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Looking what the files hold…</source>
        <translation>Kijken wat de bestanden bevatten…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/maps.py"/>
        <source>Make map themes</source>
        <translation>Kaartthema's maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Map and charts</source>
        <translation>Kaart en grafieken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>Map level</source>
        <translation>Kaartniveau</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Margin around the gemeenten (m)</source>
        <translation>Marge rond de gemeenten (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Margin around them</source>
        <translation>Marge eromheen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Measuring areas</source>
        <translation>Gebieden meten</translation>
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
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Move the area</source>
        <translation>Gebied verplaatsen in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Move the area down in the list</source>
        <translation>Gebied omlaag in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Move the area up in the list</source>
        <translation>Gebied omhoog in de lijst</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Name of the area</source>
        <translation>Naam van het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Name, gemeente or code</source>
        <translation>Naam, gemeente of code</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>no CBS squares: every square will weigh the same</source>
        <translation>geen CBS-vierkanten: elk vierkant telt even zwaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>No class</source>
        <translation>Geen klasse</translation>
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
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>No data are open yet. Import the zips that you downloaded from the Leefbaarometer (you can also drop them on the map), or try the plugin with the demonstration data of Schiedam.</source>
        <translation>Er zijn nog geen gegevens geopend. Importeer de zips die u van de Leefbaarometer hebt gedownload (u kunt ze ook op de kaart slepen), of probeer de plug-in met de demonstratiegegevens van Schiedam.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>No data with squares are open yet.</source>
        <translation>Er zijn nog geen gegevens met vierkanten geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>no dimensions published for this year</source>
        <translation>voor dit jaar geen dimensies gepubliceerd</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>No dimensions were published for {year}.</source>
        <translation>Voor {year} zijn geen dimensies gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>no figures in this year</source>
        <translation>geen cijfers in dit jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>No figures yet</source>
        <translation>Nog geen cijfers</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <location filename="../leefbaar_plugin/layers/selected_areas.py"/>
        <source>No polygon of layer {layer} is selected. Select one or more first.</source>
        <translation>Er is geen polygoon van laag {layer} geselecteerd. Selecteer er eerst een of meer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>No readable file was found in {files}; expected a zip, CSV, GeoPackage or GeoJSON of the Leefbaarometer.</source>
        <translation>In {files} is geen leesbaar bestand gevonden; verwacht wordt een zip, CSV, GeoPackage of GeoJSON van de Leefbaarometer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>No scores were found in {files}; expected is a table with columns {columns}.</source>
        <translation>In {files} zijn geen scores gevonden; verwacht wordt een tabel met de kolommen {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>No years yet</source>
        <translation>Nog geen jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Non-zero</source>
        <translation>Niet-nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>non-zero</source>
        <translation>niet-nul</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>None ticked: everything is imported.</source>
        <translation>Niets aangevinkt: alles wordt geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>not explained by dimensions</source>
        <translation>niet uit dimensies verklaard</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>Nothing is left of the area when its outline moves {distance} m inwards.</source>
        <translation>Er blijft niets over van het gebied als de grens {distance} m naar binnen gaat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>nothing: choose what to compare with</source>
        <translation>niets: kies eerst waarmee u vergelijkt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>number of a class, from 1 to 9</source>
        <translation>nummer van een klasse, van 1 tot en met 9</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Number of squares</source>
        <translation>Aantal vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Number of the class of an area, from 1 (lowest) to 9. NULL when it has none.</source>
        <translation>Nummer van de klasse van een gebied, van 1 (laagste) tot en met 9. NULL als het er geen heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Number of {weight}</source>
        <translation>Aantal {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Of the dwellings, {share} is in a square that scores {class_name} or lower</source>
        <translation>Van de woningen staat {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Of the five dimensions, “{best}” turns out best ({best_value} against the reference) and “{worst}” worst ({worst_value}).</source>
        <translation>Van de vijf dimensies pakt “{best}” het gunstigst uit ({best_value} ten opzichte van de referentie) en “{worst}” het ongunstigst ({worst_value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Of the households, {share} lives in a square that scores {class_name} or lower</source>
        <translation>Van de huishoudens woont {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Of the inhabitants, {share} lives in a square that scores {class_name} or lower</source>
        <translation>Van de inwoners woont {share} in een vierkant dat {class_name} of lager scoort</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Of the inhabited squares, {share} scores {class_name} or lower</source>
        <translation>Van de bewoonde vierkanten scoort {share} {class_name} of lager</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Official areas</source>
        <translation>Officiële gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Official areas, separately or as one…</source>
        <translation>Officiële gebieden, los of als één gebied…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Official files or folders (zip, CSV, GeoPackage, GeoJSON)</source>
        <translation>Officiële bestanden of mappen (zip, CSV, GeoPackage, GeoJSON)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Official name of a class.</source>
        <translation>Officiële naam van een klasse.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>One area per ring, without the area itself: 0-250, 250-500</source>
        <translation>Eén gebied per ring, zonder het gebied zelf: 0-250, 250-500</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>One click, and its liveability stands here.</source>
        <translation>Eén klik, en de leefbaarheid staat hier.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Open data with squares first.</source>
        <translation>Open eerst gegevens met vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open the demonstration data</source>
        <translation>Demonstratiegegevens openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Open the last data ({name})</source>
        <translation>Laatste gegevens openen ({name})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Or select polygons in any layer, such as plan contours, and choose “Use selection” above.</source>
        <translation>Of selecteer vlakken in een laag, zoals plancontouren, en kies hierboven “Selectie gebruiken”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Outline (EPSG:28992): {outline}</source>
        <translation>Omtrek (EPSG:28992): {outline}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Outline that crosses itself</source>
        <translation>Omtrek die zichzelf kruist</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>outlines of {levels}</source>
        <translation>grenzen van {levels}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Output</source>
        <translation>Uitvoer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>outside the gemeenten of these data</source>
        <translation>buiten de gemeenten van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>overlaps {areas}</source>
        <translation>overlapt met {areas}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>own calculation</source>
        <translation>eigen berekening</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Own gemeente</source>
        <translation>T.o.v. gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>own gemeente</source>
        <translation>eigen gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Part (0 to 1) of the dwellings of an area that stand in squares of a class, or of that class and all below it. NULL when the area has no score.</source>
        <translation>Deel (0 tot 1) van de woningen van een gebied dat in vierkanten van een klasse staat, of van die klasse en alle lagere. NULL als het gebied geen score heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Part of the surface in squares with a score</source>
        <translation>Deel van de oppervlakte in vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Part of the {weight} in squares that score {class_name} or lower, {year}</source>
        <translation>Deel van de {weight} in vierkanten die {class_name} of lager scoren, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Persons per dwelling</source>
        <translation>Personen per woning</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>Point to the data…</source>
        <translation>Gegevens aanwijzen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/profile_dots.py"/>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/locator.py"/>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>Project areas</source>
        <translation>Projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Put the area back</source>
        <translation>Gebied terugzetten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>Put this account, with the outline, on the clipboard</source>
        <translation>Zet deze verantwoording, met de omtrek van het gebied, op het klembord</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>Put this paragraph on the clipboard</source>
        <translation>Zet deze alinea op het klembord</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>raster (GeoTIFF)</source>
        <translation>raster (GeoTIFF)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Recipe: {recipe}</source>
        <translation>Recept: {recipe}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Recompute and check the scores</source>
        <translation>Scores herberekenen en controleren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Recompute scores of squares</source>
        <translation>Scores van vierkanten herberekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Recomputed squares</source>
        <translation>Herberekende vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>Reference</source>
        <translation>Referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>Rename the area</source>
        <translation>Naam van het gebied wijzigen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Repair of invalid polygons</source>
        <translation>Herstel van ongeldige polygonen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>Ring {ring} has to go outwards, up to {most} m.</source>
        <translation>Ring {ring} moet naar buiten lopen, tot {most} m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>Rings (m)</source>
        <translation>Ringen (m)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Rows that don't add up</source>
        <translation>Rijen die niet optellen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/measure.py"/>
        <location filename="../leefbaar_plugin/engine/coverage.py"/>
        <source>Rule {rule} isn't one of {rules}.</source>
        <translation>Regel {rule} is niet een van {rules}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <location filename="../leefbaar_plugin/gui/compare_table.py"/>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Score minus that of the gemeente in the same year</source>
        <translation>Score min die van de gemeente in hetzelfde jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Score minus that of {reference}, {year}</source>
        <translation>Score min die van {reference}, {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>Score of an area: the mean of its squares, weighted as the settings say. NULL when it has none.</source>
        <translation>Score van een gebied: het gemiddelde van zijn vierkanten, gewogen volgens de instellingen. NULL als het er geen heeft.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Scores of one year, in the official classes</source>
        <translation>Scores van één jaar, in de officiële klassen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Se&amp;arch</source>
        <translation>&amp;Zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Search a buurt, wijk or gemeente…</source>
        <translation>Zoek een buurt, wijk of gemeente…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Search a gemeente</source>
        <translation>Zoek een gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Search a gemeente, wijk, buurt or project area…</source>
        <translation>Zoek een gemeente, wijk, buurt of projectgebied…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Search the glossary</source>
        <translation>Zoek in de begrippen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Search the glossary…</source>
        <translation>Zoek in de begrippen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/maps.py"/>
        <source>Second map with another year</source>
        <translation>Tweede kaart met een ander jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>See also:</source>
        <translation>Zie ook:</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <source>Select buurten</source>
        <translation>Selecteer buurten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Select on the &amp;map</source>
        <translation>Kiezen op de k&amp;aart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <source>Select on the map</source>
        <translation>Selecteer op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <source>Share (%)</source>
        <translation>Aandeel (%)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>share of the surface inside</source>
        <translation>aandeel van het oppervlak binnen het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <source>Share per class</source>
        <translation>Aandeel per klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>Share per class {year}, in {weight}</source>
        <translation>Aandeel per klasse {year}, in {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Show this level on the map and select with QGIS's own tools; Shift adds, Ctrl removes</source>
        <translation>Toon dit niveau op de kaart en selecteer met de gereedschappen van QGIS; Shift voegt toe, Ctrl haalt weg</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>since</source>
        <translation>sinds</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Since {first} the score has fallen by {distance}, from {before} (class {number}, {class_name}) to {after}.</source>
        <translation>Sinds {first} is de score met {distance} gedaald, van {before} (klasse {number}, {class_name}) naar {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Since {first} the score has fallen by {distance}, from {before} to {after}; the class stayed the same.</source>
        <translation>Sinds {first} is de score met {distance} gedaald, van {before} naar {after}; de klasse bleef gelijk.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Since {first} the score has risen by {distance}, from {before} (class {number}, {class_name}) to {after}.</source>
        <translation>Sinds {first} is de score met {distance} gestegen, van {before} (klasse {number}, {class_name}) naar {after}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>Since {first} the score has risen by {distance}, from {before} to {after}; the class stayed the same.</source>
        <translation>Sinds {first} is de score met {distance} gestegen, van {before} naar {after}; de klasse bleef gelijk.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>Situation</source>
        <translation>Situatie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/views.py"/>
        <source>situation</source>
        <translation>situatie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_table.py"/>
        <source>Size</source>
        <translation>Omvang</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Small numbers: {count} {weight} only. Read the figures with care.</source>
        <translation>Kleine aantallen: slechts {count} {weight}. Lees de cijfers met voorzichtigheid.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>so far: {value}</source>
        <translation>tot hier: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/messages.py"/>
        <source>Something unexpected went wrong ({problem}). Details are in the log tab “Leefbaarometer”.</source>
        <translation>Er ging onverwacht iets mis ({problem}). Bijzonderheden staan in het logtabblad “Leefbaarometer”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Source line</source>
        <translation>Bronregel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Squares</source>
        <translation>Vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Squares on the border</source>
        <translation>Vierkanten op de grens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>squares on the border: {rule}</source>
        <translation>vierkanten op de grens: {rule}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/maps.py"/>
        <source>Step through the years</source>
        <translation>Door de jaren lopen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Store the selected polygons of the active layer as project areas</source>
        <translation>De geselecteerde polygonen van de actieve laag opslaan als projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/locator.py"/>
        <source>Take over as project area</source>
        <translation>Neem over als projectgebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Take the buurt in the middle of the map</source>
        <translation>Neem de buurt midden op de kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Terms</source>
        <translation>Termen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>That equals the fixed reference of {reference}.</source>
        <translation>Dat is gelijk aan de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>That is fewer than {least}, so read the figures with care.</source>
        <translation>Dat zijn er minder dan {least}: wees voorzichtig met conclusies.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>That is {distance} above the fixed reference of {reference}.</source>
        <translation>Dat is {distance} boven de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>That is {distance} below the fixed reference of {reference}.</source>
        <translation>Dat is {distance} onder de vaste referentie van {reference}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the area lies in no gemeente of these data</source>
        <translation>het gebied ligt in geen gemeente van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>The area lies in this gemeente</source>
        <translation>Het gebied ligt in deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>The area lies outside the scored squares of these data, so it has no score.</source>
        <translation>Het gebied ligt buiten de vierkanten met een score in deze gegevens en heeft dus geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>The area with its outline moved outwards; negative: inwards</source>
        <translation>Het gebied met de grens naar buiten verschoven; negatief: naar binnen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>The areas can't be stored in {file}: {problem}.</source>
        <translation>De gebieden kunnen niet worden opgeslagen in {file}: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>The areas overlap by {surface}; all together counts that once.</source>
        <translation>De gebieden overlappen elkaar over {surface}; in ‘alles samen’ telt dat één keer.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The bound between two classes isn't known exactly here: it may also be class {number} ({class_name}).</source>
        <translation>De score ligt zo dicht bij een klassegrens die niet precies bekend is, dat het ook klasse {number} ({class_name}) kan zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The bound with class {number} ({class_name}) lies {distance} lower.</source>
        <translation>De grens met klasse {number} ({class_name}) ligt {distance} lager.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The bounds of classification {column} aren't in order.</source>
        <translation>De grenzen van classificatie {column} staan niet op volgorde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The chosen gemeenten hold no squares with a score.</source>
        <translation>De gekozen gemeenten bevatten geen vierkanten met een score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The classes of a model file aren't numbered 1, 2, 3 and so on.</source>
        <translation>De klassen van een modelbestand zijn niet genummerd als 1, 2, 3 enzovoort.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>The coordinate system of the geometry isn't known.</source>
        <translation>Het coördinatenstelsel van de geometrie is niet bekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/official.py"/>
        <source>The data have no {level} with outlines.</source>
        <translation>De gegevens hebben geen {level} met grenzen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>The data hold no numbers of {asked}; {used} take their place.</source>
        <translation>De gegevens bevatten geen aantallen {asked}; in plaats daarvan tellen {used}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The data pack can't be written in {folder}: {problem}.</source>
        <translation>Het gegevenspakket kan niet worden geschreven in {folder}: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>The data pack has no counts of {wanted}; the weight used is: {used}.</source>
        <translation>Het gegevenspakket heeft geen aantallen {wanted}; als gewicht is gebruikt: {used}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} holds no squares, so nothing can be computed from it.</source>
        <translation>Het gegevenspakket {folder} bevat geen vierkanten, dus er kan niets mee worden berekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/area_names.py"/>
        <location filename="../leefbaar_plugin/data/level_areas.py"/>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is damaged ({problem}). Import the data again.</source>
        <translation>Het gegevenspakket {folder} is beschadigd ({problem}). Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is damaged: pack.json can't be read.</source>
        <translation>Het gegevenspakket {folder} is beschadigd: pack.json is niet te lezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is incomplete: {missing} is missing. Import the data again.</source>
        <translation>Het gegevenspakket {folder} is onvolledig: {missing} ontbreekt. Importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} was made by a newer version of the plugin (format {format}; this version reads {known}). Update the plugin or import the data again.</source>
        <translation>Het gegevenspakket {folder} is gemaakt met een nieuwere versie van de plug-in (indeling {format}; deze versie leest {known}). Werk de plug-in bij of importeer de gegevens opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The difference is largest in “{dimension}” ({value}).</source>
        <translation>Het verschil is het grootst bij “{dimension}” ({value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The dimension “{dimension}” contributed most to that ({value}).</source>
        <translation>De dimensie “{dimension}” droeg daar het meest aan bij ({value}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>The dimensions aren't published for this year.</source>
        <translation>Voor dit jaar zijn de dimensies niet gepubliceerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The disk of {folder} is full; nothing was left behind. Make room and try again.</source>
        <translation>De schijf van {folder} is vol; er is niets achtergebleven. Maak ruimte en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The figures are about one inhabited square; {share} of the surface lies in it.</source>
        <translation>De cijfers gaan over één bewoond vierkant, waarin {share} van de oppervlakte ligt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The figures are about {count} {weight} in one square; {share} of the surface lies in it.</source>
        <translation>De cijfers gaan over {count} {weight} in één vierkant, waarin {share} van de oppervlakte ligt.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The figures are about {count} {weight} in {squares} squares; {share} of the surface lies in scored squares.</source>
        <translation>De cijfers gaan over {count} {weight} in {squares} vierkanten; {share} van de oppervlakte ligt in vierkanten met een score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The figures are about {squares} inhabited squares; {share} of the surface lies in scored squares.</source>
        <translation>De cijfers gaan over {squares} bewoonde vierkanten; {share} van de oppervlakte ligt in vierkanten met een score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>The figures are those of the panel and of the algorithm “Figures of areas”.</source>
        <translation>De cijfers zijn die van het paneel en van het algoritme “Cijfers van gebieden”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>The figures for {reference} were made in the same way from the same squares; published figures can differ slightly.</source>
        <translation>De cijfers voor {reference} zijn op dezelfde manier uit dezelfde vierkanten berekend; gepubliceerde cijfers kunnen daar iets van afwijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>The files are of different editions ({editions}). Import them one by one.</source>
        <translation>De bestanden zijn van verschillende edities ({editions}). Importeer ze een voor een.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>The files hold outlines or counts, but no scores. Add the file with scores, with columns {columns}.</source>
        <translation>De bestanden bevatten grenzen of aantallen, maar geen scores. Voeg het bestand met scores toe, met de kolommen {columns}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>The first value must be a geometry, such as @geometry.</source>
        <translation>De eerste waarde moet een geometrie zijn, zoals @geometry.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the gemeente of {name}</source>
        <translation>de gemeente {name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>The geometry can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>De geometrie kan niet naar EPSG:28992 worden omgezet; ze ligt te ver van Nederland.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>The layer has no areas.</source>
        <translation>De laag heeft geen gebieden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <source>The layer of project areas can't be opened.</source>
        <translation>De laag met projectgebieden kan niet worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/unavailable.py"/>
        <source>The Leefbaarometer plugin needs the Python library {name}, which this QGIS doesn't have. It comes with the Windows installer (MSI) of QGIS, and with python3-pandas on Debian and Ubuntu.</source>
        <translation>De Leefbaarometer-plug-in heeft de Python-bibliotheek {name} nodig, die deze QGIS niet heeft. Ze zit in het Windows-installatieprogramma (MSI) van QGIS, en in python3-pandas op Debian en Ubuntu.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>The margin is {margin} m; it can't be below 0.</source>
        <translation>De marge is {margin} m; die kan niet onder 0 liggen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>The names can't be read.</source>
        <translation>De namen kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The number of {weight} in it was estimated.</source>
        <translation>Het aantal {weight} daarin is geschat.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>the other gemeenten</source>
        <translation>de overige gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>The outline crosses itself; it was repaired to measure it.</source>
        <translation>De omtrek kruist zichzelf; hij is hersteld om te kunnen meten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_pictures.py"/>
        <source>The pictures show {shown} areas; {left_out} more are selected.</source>
        <translation>De grafieken tonen {shown} gebieden; er zijn er nog {left_out} geselecteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>The plugin's file {file} can't be read: {problem}.</source>
        <translation>Het bestand {file} van de plug-in is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>The project uses the data pack {folder}, which can't be opened.</source>
        <translation>Het project gebruikt het gegevenspakket {folder}, dat niet kan worden geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>The score is the mean of the scores of {squares} squares of 100 by 100 m, each counted equally.</source>
        <translation>De score is het gemiddelde van de scores van {squares} vierkanten van 100 bij 100 m, die elk even zwaar tellen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>The score is the mean of the scores of {squares} squares of 100 by 100 m, weighted by {weight}.</source>
        <translation>De score is het gemiddelde van de scores van {squares} vierkanten van 100 bij 100 m, gewogen naar {weight}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>The score lies where the bound of the class is not exactly known.</source>
        <translation>De score ligt waar de grens van de klasse niet precies bekend is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/grid.py"/>
        <source>The squares aren't in row-major order, or one of them stands there twice.</source>
        <translation>De vierkanten staan niet in rijvolgorde, of er staat er een dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>The squares of this area have no weight, so it has no score.</source>
        <translation>De vierkanten van dit gebied hebben geen gewicht, dus het heeft geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>The squares of {name} have no weight, so it has no score.</source>
        <translation>De vierkanten van {name} hebben geen gewicht; daarom is er geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>The total is the reference of {reference} plus the five dimensions.</source>
        <translation>De totaalscore is de referentie van {reference} plus de vijf dimensies.</translation>
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
        <location filename="../leefbaar_plugin/gui/charts/theme_bar.py"/>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/help.py"/>
        <source>Themes</source>
        <translation>Thema's</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>There are no scores of {theme} in {year}.</source>
        <translation>Er zijn geen scores voor {theme} in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/grid.py"/>
        <source>There are no squares.</source>
        <translation>Er zijn geen vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/integration.py"/>
        <source>There is no buurt of these data in the middle of the map. Move the map a little.</source>
        <translation>Midden op de kaart ligt geen buurt van deze gegevens. Verschuif de kaart een stukje.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/expressions.py"/>
        <source>There is no class {number}; the classes are 1 to {last}.</source>
        <translation>Er is geen klasse {number}; de klassen zijn 1 tot en met {last}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/lookup.py"/>
        <source>There is no class “{name}”; give a number from 1 to {last}, a name, or a name with “or lower”.</source>
        <translation>Er is geen klasse “{name}”; geef een nummer van 1 tot en met {last}, een naam, of een naam met “of lager”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>There is no earlier year to compare with.</source>
        <translation>Er is geen eerder jaar om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>There is no model {model}.</source>
        <translation>Er is geen model {model}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/lookup.py"/>
        <source>There is no theme “{theme}”; there are {themes}.</source>
        <translation>Er is geen thema “{theme}”; wel {themes}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <source>These areas are project areas already. Choose another layer in the layer panel.</source>
        <translation>Dit zijn al projectgebieden. Kies een andere laag in het lagenpaneel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>These areas have no outline, so they can't be combined.</source>
        <translation>Deze gebieden hebben geen grenzen, dus samenvoegen kan niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>these data aren't the whole country</source>
        <translation>deze gegevens zijn niet het hele land</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>These data aren't the whole country: all squares of {count} gemeenten</source>
        <translation>Deze gegevens zijn niet het hele land: alle vierkanten van {count} gemeente(n)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>These data have no gemeenten to compare with.</source>
        <translation>Deze gegevens hebben geen gemeenten om mee te vergelijken.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>these data have no outlines of gemeenten</source>
        <translation>deze gegevens hebben geen grenzen van gemeenten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>These data have no such counts</source>
        <translation>Deze gegevens hebben deze aantallen niet</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>These data have only one year with scores of this theme.</source>
        <translation>Deze gegevens hebben maar één jaar met scores van dit thema.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>These data hold no scores of {levels} in {year}.</source>
        <translation>Deze gegevens bevatten geen scores van {levels} in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>These data were already there; nothing was imported again.</source>
        <translation>Deze gegevens waren er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>This area</source>
        <translation>Dit gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>This edition is already there; nothing was imported again.</source>
        <translation>Deze editie is er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>Tick areas in the list, or select them on the map.</source>
        <translation>Vink gebieden aan in de lijst, of selecteer ze op de kaart.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>Total score {year}</source>
        <translation>Totaalscore {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <source>Trend</source>
        <translation>Ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Try it with the demonstration data</source>
        <translation>Probeer het met de demonstratiegegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Type a part of the name in the search box. Enter goes there; the menu of a result takes it over.</source>
        <translation>Typ een deel van de naam in het zoekvak. Enter gaat erheen; met het menu van een resultaat neemt u het over.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Use selected polygons as areas</source>
        <translation>Geselecteerde polygonen als gebieden gebruiken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_tools.py"/>
        <source>Use selection</source>
        <translation>Selectie gebruiken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
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
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Warn below this number of dwellings</source>
        <translation>Waarschuw onder dit aantal woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/options.py"/>
        <source>Weight of a square</source>
        <translation>Gewicht van een vierkant</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/weights.py"/>
        <source>Weight {kind} isn't one of {kinds}.</source>
        <translation>Gewicht {kind} is niet een van {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/words.py"/>
        <source>Weight, rule, edition and everything else it rests on</source>
        <translation>Gewicht, regel, meting en alles waarop het verder berust</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>weight: {weight}</source>
        <translation>gewicht: {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_choice.py"/>
        <source>What the map shows</source>
        <translation>Wat de kaart toont</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>What the shares are counted in</source>
        <translation>Waarin de aandelen worden geteld</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_pictures.py"/>
        <source>What the shares per class are counted in; the score isn't changed by it</source>
        <translation>Waarin de aandelen per klasse worden geteld; de score verandert er niet door</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>What they hold</source>
        <translation>Wat erin zit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>Where the area lies</source>
        <translation>Waar het gebied ligt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Without a number of dwellings ({imputed} squares here) that of households counts, else inhabitants divided by {persons}, else {constant}.</source>
        <translation>Waar het aantal woningen ontbreekt (hier in {imputed} vierkanten) telt het aantal huishoudens, anders het aantal inwoners gedeeld door {persons}, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Without a number of households ({imputed} squares here) that of dwellings counts, else inhabitants divided by {persons}, else {constant}.</source>
        <translation>Waar het aantal huishoudens ontbreekt (hier in {imputed} vierkanten) telt het aantal woningen, anders het aantal inwoners gedeeld door {persons}, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>Without a number of inhabitants ({imputed} squares here) households times {persons} count, else dwellings times {persons}, else {constant}.</source>
        <translation>Waar het aantal inwoners ontbreekt (hier in {imputed} vierkanten) telt {persons} keer het aantal huishoudens, anders {persons} keer het aantal woningen, en anders {constant}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <location filename="../leefbaar_plugin/gui/second_map.py"/>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Year (newest when empty)</source>
        <translation>Jaar (leeg = het nieuwste)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/second_map.py"/>
        <source>Year of the second map</source>
        <translation>Jaar van de tweede kaart</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>Year {year}</source>
        <translation>Jaar {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>Year {year} isn't in the data pack; it has {years}.</source>
        <translation>Jaar {year} zit niet in het gegevenspakket; dat heeft {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Years</source>
        <translation>Jaren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Years: separated by , or “all” (newest when empty)</source>
        <translation>Jaren: gescheiden door , of “all” voor alle (leeg = het nieuwste)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/start_pages.py"/>
        <source>Your first area</source>
        <translation>Uw eerste gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Zoom to area</source>
        <translation>Zoom naar gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Zoom to the area</source>
        <translation>Zoomen naar het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_page.py"/>
        <source>Zoom to the selected area and flash it; a double click does the same</source>
        <translation>Zoom naar het gekozen gebied en laat het oplichten; dubbelklikken doet hetzelfde</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/joining.py"/>
        <source>{area} stands in two of the files.</source>
        <translation>{area} staat in twee van de bestanden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>{compared} scores recomputed: all as published (to {difference}).</source>
        <translation>{compared} scores herberekend: allemaal zoals gepubliceerd (op {difference} na).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/opening.py"/>
        <source>{compared} scores recomputed: largest difference {difference}; {classes} classes differ, {rows} rows don't add up.</source>
        <translation>{compared} scores herberekend: grootste verschil {difference}; {classes} klassen verschillen, {rows} rijen tellen niet op.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>{count} areas were added.</source>
        <translation>{count} gebieden zijn toegevoegd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>{count} chosen: {names}</source>
        <translation>{count} gekozen: {names}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/combine_dialog.py"/>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>{difference} against {reference}</source>
        <translation>{difference} ten opzichte van {reference}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>{dimension}: {value}</source>
        <translation>{dimension}: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>{distance} above class {number}</source>
        <translation>{distance} boven klasse {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>{distance} below class {number}</source>
        <translation>{distance} onder klasse {number}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>{file} already exists. Choose another name, ending in {ending}.</source>
        <translation>{file} bestaat al. Kies een andere naam, eindigend op {ending}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>{file} already exists; areas that are stored are never overwritten.</source>
        <translation>{file} bestaat al; opgeslagen gebieden worden nooit overschreven.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} can't be opened: {problem}.</source>
        <translation>{file} kan niet worden geopend: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>{file} can't be read as a map file; it is damaged or of another kind.</source>
        <translation>{file} is niet als kaartbestand te lezen; het is beschadigd of van een andere soort.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/area_context.py"/>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <location filename="../leefbaar_plugin/data/official.py"/>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} can't be read: {problem}.</source>
        <translation>{file} is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_store.py"/>
        <source>{file} can't be written: no permission. Choose another folder.</source>
        <translation>{file} kan niet worden geschreven: geen toestemming. Kies een andere map.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/derived.py"/>
        <location filename="../leefbaar_plugin/data/geopackage.py"/>
        <location filename="../leefbaar_plugin/data/raster.py"/>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} can't be written: {problem}.</source>
        <translation>{file} kan niet worden geschreven: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} doesn't exist.</source>
        <translation>{file} bestaat niet.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <location filename="../leefbaar_plugin/data/scores_lbm2.py"/>
        <source>{file} has a header and no rows.</source>
        <translation>{file} heeft wel een kop maar geen rijen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has no column that says which areas it holds.</source>
        <translation>{file} heeft geen kolom die zegt welke gebieden erin staan.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has no features.</source>
        <translation>{file} heeft geen objecten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has squares but no counts; expected is a column like aantal_woningen or aantal_inwoners.</source>
        <translation>{file} heeft vierkanten maar geen aantallen; verwacht wordt een kolom als aantal_woningen of aantal_inwoners.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>{file} holds scores of {level} that another file holds too. Choose one.</source>
        <translation>{file} bevat scores van {level} die ook in een ander bestand staan. Kies er één.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} holds the path “{member}”, which leads out of the archive. It isn't read.</source>
        <translation>{file} bevat het pad “{member}”, dat buiten het archief leidt. Het wordt niet gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} is cut off: its last line has {found} columns where {expected} were expected. Copy or download it again.</source>
        <translation>{file} is afgebroken: de laatste regel heeft {found} kolommen waar er {expected} werden verwacht. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is damaged or cut off. Copy or download it again.</source>
        <translation>{file} is beschadigd of afgebroken. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} is damaged: {problem}.</source>
        <translation>{file} is beschadigd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} is empty.</source>
        <translation>{file} is leeg.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} is incomplete and can't be removed: {problem}.</source>
        <translation>{file} is onvolledig en kan niet worden verwijderd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/output.py"/>
        <source>{file} is incomplete; is the disk full? Nothing was left behind.</source>
        <translation>{file} is onvolledig; is de schijf vol? Er is niets achtergelaten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} is no text, although its name says so.</source>
        <translation>{file} is geen tekst, al zegt de naam van wel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is no zip archive, or was cut off while it was copied. Copy or download it again.</source>
        <translation>{file} is geen zip-archief, of is bij het kopiëren afgebroken. Kopieer of download het opnieuw.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is no zip, CSV, GeoPackage or GeoJSON, so it can't be a Leefbaarometer file.</source>
        <translation>{file} is geen zip, CSV, GeoPackage of GeoJSON en kan dus geen Leefbaarometerbestand zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>{file} isn't used: its columns aren't known.</source>
        <translation>{file} wordt niet gebruikt: de kolommen zijn onbekend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file} lacks the column(s) {missing}; expected are {expected}.</source>
        <translation>{file} mist de kolom(men) {missing}; verwacht worden {expected}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} would unpack to {size} MB for “{member}”, far more than a Leefbaarometer file. It isn't read.</source>
        <translation>{file} zou voor “{member}” uitpakken tot {size} MB, veel meer dan een Leefbaarometerbestand. Het wordt niet gelezen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}, feature {number}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation>{file}, object {number}: “{text}” is geen vierkant; verwacht wordt een code als E0974N4514.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file}, line {line}: a quoted text has no end.</source>
        <translation>{file}, regel {line}: een tekst tussen aanhalingstekens wordt niet afgesloten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file}, line {line}: column {column} holds “{text}” where a number was expected.</source>
        <translation>{file}, regel {line}: kolom {column} bevat “{text}” waar een getal werd verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <location filename="../leefbaar_plugin/data/scores_lbm2.py"/>
        <source>{file}, line {line}: column {column} holds “{text}”; expected is a class from 1 to {highest}.</source>
        <translation>{file}, regel {line}: kolom {column} bevat “{text}”; verwacht wordt een klasse van 1 tot en met {highest}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: column {column} is empty; expected is the code of an area.</source>
        <translation>{file}, regel {line}: kolom {column} is leeg; verwacht wordt de code van een gebied.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: {area} in {year} stands there twice (first on line {first}).</source>
        <translation>{file}, regel {line}: {area} in {year} staat er dubbel in (eerder op regel {first}).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores_lbm2.py"/>
        <source>{file}, line {line}: {area} stands there twice.</source>
        <translation>{file}, regel {line}: {area} staat er dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file}, line {line}: {found} columns where {expected} were expected.</source>
        <translation>{file}, regel {line}: {found} kolommen waar er {expected} werden verwacht.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation>{file}, regel {line}: “{text}” is geen vierkant; verwacht wordt een code als E0974N4514.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: “{text}” is no year; expected is a number like 2024.</source>
        <translation>{file}, regel {line}: “{text}” is geen jaar; verwacht wordt een getal als 2024.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: column {column} holds texts; expected are numbers.</source>
        <translation>{file}: kolom {column} bevat teksten; verwacht worden getallen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: column {column} holds “{text}”; expected is one of {known}.</source>
        <translation>{file}: kolom {column} bevat “{text}”; verwacht wordt een van {known}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: feature “{id}” has a class that isn't from 1 to {highest}.</source>
        <translation>{file}: object “{id}” heeft een klasse die niet van 1 tot en met {highest} is.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: feature “{id}” has no year; expected is a number like 2024.</source>
        <translation>{file}: object “{id}” heeft geen jaar; verwacht wordt een getal als 2024.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: feature “{id}” lies in no single 100 m square.</source>
        <translation>{file}: object “{id}” ligt niet in één vierkant van 100 m.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: {area} in {year} stands there twice.</source>
        <translation>{file}: {area} in {year} staat er dubbel in.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: {problem}</source>
        <translation>{file}: {problem}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>{first} belongs to Leefbaarometer 2.0 and {second} to 3.0; their scores can't be compared. Import them one by one.</source>
        <translation>{first} hoort bij Leefbaarometer 2.0 en {second} bij 3.0; hun scores zijn niet te vergelijken. Importeer ze een voor een.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} already holds a data pack of other files or another choice (edition {edition}). Choose another folder; it wasn't touched.</source>
        <translation>{folder} bevat al een gegevenspakket van andere bestanden of een andere keuze (editie {edition}). Kies een andere map; er is niets aan veranderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} can't be written: no permission. Choose another folder.</source>
        <translation>In {folder} kan niet worden geschreven: geen toestemming. Kies een andere map.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>{folder} is no data pack of the Leefbaarometer plugin: it has no pack.json.</source>
        <translation>{folder} is geen gegevenspakket van de Leefbaarometer-plug-in: er is geen pack.json.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} isn't empty and holds no data pack. Choose another folder; nothing in it was touched.</source>
        <translation>{folder} is niet leeg en bevat geen gegevenspakket. Kies een andere map; er is niets aan veranderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/locator.py"/>
        <source>{level} in {gemeente}</source>
        <translation>{level} in {gemeente}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>{list} and {count} more</source>
        <translation>{list} en nog {count}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/lookup.py"/>
        <source>{model} has classes of the total score only, none of {theme}.</source>
        <translation>{model} heeft alleen klassen van de totaalscore, geen van {theme}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/account.py"/>
        <source>{model}, edition {edition}, year {year}.</source>
        <translation>{model}, meting {edition}, jaar {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <source>{name} (copy)</source>
        <translation>{name} (kopie)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/locator.py"/>
        <source>{name} has no outline in these data.</source>
        <translation>{name} heeft geen omtrek in deze gegevens.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>{name} has no score in {year}, but it has in {years}.</source>
        <translation>{name} heeft geen score in {year}, wel in {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>{name} lies outside the squares with a score in these data, so it has no score.</source>
        <translation>{name} ligt buiten de vierkanten met een score in deze gegevens en heeft daarom geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>{name} or lower: {share}</source>
        <translation>{name} of lager: {share}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_dialogs.py"/>
        <source>{name} was added.</source>
        <translation>{name} is toegevoegd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>{name} was deleted.</source>
        <translation>{name} is verwijderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>{name}, {distance} m</source>
        <translation>{name}, {distance} m</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/surroundings_dialog.py"/>
        <source>{name}, {inner}–{outer} m</source>
        <translation>{name}, {inner}–{outer} m</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/change_note.py"/>
        <source>{name}: no squares with scores in both years.</source>
        <translation>{name}: geen vierkanten met scores in beide jaren.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/profile_dots.py"/>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>{number} chosen</source>
        <translation>{number} gekozen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/maps.py"/>
        <source>{number} map themes were made; they are under the eye in the layer panel.</source>
        <translation>{number} kaartthema's gemaakt; ze staan onder het oog in het lagenpaneel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>{number} squares</source>
        <translation>{number} vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>{present} of {members} gemeenten in these data</source>
        <translation>{present} van de {members} gemeenten in deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/references.py"/>
        <source>{share} of the area, by weight, lies in this gemeente</source>
        <translation>{share} van het gebied, naar gewicht, ligt in deze gemeente</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>{share} of the surface has no scored squares</source>
        <translation>{share} van de oppervlakte zonder vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/whereabouts.py"/>
        <source>{share} outside the gemeenten of these data</source>
        <translation>{share} buiten de gemeenten van deze gegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>{squares} squares in {year}; largest difference from the published scores {difference:.2g}.</source>
        <translation>{squares} vierkanten in {year}; grootste verschil met de gepubliceerde scores {difference:.2g}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>{squares} squares with an estimated count</source>
        <translation>{squares} vierkanten met een geschat aantal</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>{surface}, {covered} of it scored squares</source>
        <translation>{surface}, waarvan {covered} vierkanten met een score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/paragraph.py"/>
        <source>{texts} and {last}</source>
        <translation>{texts} en {last}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/picture_data.py"/>
        <source>{theme} over the years</source>
        <translation>{theme} door de jaren heen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>{theme}, deviation from the reference in {year}</source>
        <translation>{theme}, afwijking van de referentie in {year}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>{year}: {squares} squares</source>
        <translation>{year}: {squares} vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>“{name}” is no polygon, so it can't be stored as an area.</source>
        <translation>“{name}” is geen vlak en kan dus niet als gebied worden opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/area_geometry.py"/>
        <source>“{text}” is no ring; write rings as 0-250, 250-500 (metres).</source>
        <translation>“{text}” is geen ring; schrijf ringen als 0-250, 250-500 (meter).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>“{text}” is no year; expected are years like 2014, 2024, or “all”.</source>
        <translation>“{text}” is geen jaar; verwacht worden jaren als 2014, 2024, of “all”.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/lookup.py"/>
        <source>“{year}” is no year; the data have {years}.</source>
        <translation>“{year}” is geen jaar; de gegevens hebben {years}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/compare_model.py"/>
        <source>≤ {class_name}</source>
        <translation>≤ {class_name}</translation>
    </message>
</context>
</TS>
