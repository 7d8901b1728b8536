<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Leefbaarometer</name>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <location filename="../leefbaar_plugin/layers/styles.py"/>
        <source>A model file lacks an entry or has a wrong one: {problem}.</source>
        <translation>In een modelbestand ontbreekt iets of staat iets verkeerd: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>about {number} squares</source>
        <translation>ongeveer {number} vierkanten</translation>
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
        <location filename="../leefbaar_plugin/engine/pieces.py"/>
        <source>An area lies outside any map in EPSG:28992; its coordinate system must be wrong.</source>
        <translation>Een gebied ligt buiten elke kaart in EPSG:28992; het coördinatensysteem moet verkeerd zijn.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
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
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Areas</source>
        <translation>Gebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Areas of a project that was never saved are still there.</source>
        <translation>Er zijn nog gebieden van een project dat nooit is opgeslagen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Areas with figures</source>
        <translation>Gebieden met cijfers</translation>
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
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Bring them back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
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
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Class {class_name}</source>
        <translation>Klasse {class_name}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Classes that differ</source>
        <translation>Klassen die verschillen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Click the corners on the map; right-click closes the area, Esc stops</source>
        <translation>Klik de hoekpunten aan op de kaart; rechtsklikken sluit het gebied, Esc stopt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Contribution</source>
        <translation>Bijdrage</translation>
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
        <source>Delete the area</source>
        <translation>Gebied verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>Deviation {deviation}</source>
        <translation>Afwijking {deviation}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <source>Dimension</source>
        <translation>Dimensie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Dimensions {year}, deviation from the reference</source>
        <translation>Dimensies {year}, afwijking t.o.v. de referentie</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Draw an area</source>
        <translation>Gebied tekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Draw an area on the map, or select polygons of any layer and take them over. Its liveability appears here at once.</source>
        <translation>Teken een gebied op de kaart, of selecteer polygonen van een willekeurige laag en neem die over. De leefbaarheid verschijnt hier meteen.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>dwellings</source>
        <translation>woningen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>dwellings, households and inhabitants per square (CBS)</source>
        <translation>woningen, huishoudens en inwoners per vierkant (CBS)</translation>
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
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>even-odd</source>
        <translation>even-oneven</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/selected_areas.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.</source>
        <translation>Object {id} kan niet naar EPSG:28992 worden omgezet; het ligt te ver van Nederland.</translation>
    </message>
    <message>
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
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Folder in which the data pack is made</source>
        <translation>Map waarin het gegevenspakket komt</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Folder of the data pack</source>
        <translation>Map van het gegevenspakket</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>From the reference to the score</source>
        <translation>Van de referentie naar de score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>Gemeente {missing} isn't in the files. They hold: {available}.</source>
        <translation>Gemeente {missing} staat niet in de bestanden. Die bevatten: {available}.</translation>
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
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Gemeenten: names or codes separated by ; (all when empty)</source>
        <translation>Gemeenten: namen of codes gescheiden door ; (leeg = alle)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>households</source>
        <translation>huishoudens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Import</source>
        <translation>Importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Import an edition</source>
        <translation>Een editie importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
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
        <location filename="../leefbaar_plugin/plugin.py"/>
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
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer data</source>
        <translation>Leefbaarometergegevens</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer panel</source>
        <translation>Paneel Leefbaarometer</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer: importing edition {edition}</source>
        <translation>Leefbaarometer: editie {edition} importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer: importing the demonstration data</source>
        <translation>Leefbaarometer: demonstratiegegevens importeren</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Leefbaarometer: looking through files</source>
        <translation>Leefbaarometer: bestanden bekijken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer: preparing the squares</source>
        <translation>Leefbaarometer: vierkanten voorbereiden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Leefbaarometer: recomputing scores</source>
        <translation>Leefbaarometer: scores herberekenen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Looking what the files hold…</source>
        <translation>Kijken wat de bestanden bevatten…</translation>
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
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Name of the area</source>
        <translation>Naam van het gebied</translation>
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
        <location filename="../leefbaar_plugin/gui/session.py"/>
        <source>No data are open yet.</source>
        <translation>Er zijn nog geen gegevens geopend.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>No data are open yet. Import the zips that you downloaded from the Leefbaarometer (you can also drop them on the map), or try the plugin with the demonstration data of Schiedam.</source>
        <translation>Er zijn nog geen gegevens geopend. Importeer de zips die u van de Leefbaarometer hebt gedownload (u kunt ze ook op de kaart slepen), of probeer de plug-in met de demonstratiegegevens van Schiedam.</translation>
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
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <location filename="../leefbaar_plugin/processing/recompute_scores.py"/>
        <source>Number of squares</source>
        <translation>Aantal vierkanten</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>Official files or folders (zip, CSV, GeoPackage, GeoJSON)</source>
        <translation>Officiële bestanden of mappen (zip, CSV, GeoPackage, GeoJSON)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open data with squares first.</source>
        <translation>Open eerst gegevens met vierkanten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Open the demonstration data</source>
        <translation>Demonstratiegegevens openen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Open the last data ({name})</source>
        <translation>Laatste gegevens openen ({name})</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>outlines of {levels}</source>
        <translation>grenzen van {levels}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Point to the data…</source>
        <translation>Gegevens aanwijzen…</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>Project areas</source>
        <translation>Projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>raster (GeoTIFF)</source>
        <translation>raster (GeoTIFF)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>Recompute and check the scores</source>
        <translation>Scores herberekenen en controleren</translation>
    </message>
    <message>
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
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Repair of invalid polygons</source>
        <translation>Herstel van ongeldige polygonen</translation>
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
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/layers/tree.py"/>
        <source>score</source>
        <translation>score</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>Search a gemeente</source>
        <translation>Zoek een gemeente</translation>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Share per class, in {weight}</source>
        <translation>Aandeel per klasse, in {weight}</translation>
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
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Squares</source>
        <translation>Vierkanten</translation>
    </message>
    <message>
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
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Store the selected polygons of the active layer as project areas</source>
        <translation>De geselecteerde polygonen van de actieve laag opslaan als projectgebieden</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>The area lies outside the scored squares of these data, so it has no score.</source>
        <translation>Het gebied ligt buiten de vierkanten met een score in deze gegevens en heeft dus geen score.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <location filename="../leefbaar_plugin/layers/project_areas.py"/>
        <source>The areas can't be stored in {file}: {problem}.</source>
        <translation>De gebieden kunnen niet worden opgeslagen in {file}: {problem}.</translation>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>The outline crosses itself; it was repaired to measure it.</source>
        <translation>De omtrek kruist zichzelf; hij is hersteld om te kunnen meten.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>The plugin's file {file} can't be read: {problem}.</source>
        <translation>Het bestand {file} van de plug-in is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>The project uses the data pack {folder}, which can't be opened.</source>
        <translation>Het project gebruikt het gegevenspakket {folder}, dat niet kan worden geopend.</translation>
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
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The years of model {model} aren't in order.</source>
        <translation>De jaren van model {model} staan niet op volgorde.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/theme_bar.py"/>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>Theme</source>
        <translation>Thema</translation>
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
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>There is no model {model}.</source>
        <translation>Er is geen model {model}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <source>These areas are project areas already. Choose another layer in the layer panel.</source>
        <translation>Dit zijn al projectgebieden. Kies een andere laag in het lagenpaneel.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/view_bar.py"/>
        <source>These data hold no scores of {levels} in {year}.</source>
        <translation>Deze gegevens bevatten geen scores van {levels} in {year}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>These data were already there; nothing was imported again.</source>
        <translation>Deze gegevens waren er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/import_edition.py"/>
        <source>This edition is already there; nothing was imported again.</source>
        <translation>Deze editie is er al; er is niets opnieuw geïmporteerd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <source>Trend</source>
        <translation>Ontwikkeling</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Try it with the demonstration data</source>
        <translation>Probeer het met de demonstratiegegevens</translation>
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
        <location filename="../leefbaar_plugin/gui/dock.py"/>
        <source>Use selection</source>
        <translation>Selectie gebruiken</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/grid_layer.py"/>
        <source>vector (GeoPackage)</source>
        <translation>vector (GeoPackage)</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/weights.py"/>
        <source>Weight {kind} isn't one of {kinds}.</source>
        <translation>Gewicht {kind} is niet een van {kinds}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/wording.py"/>
        <source>weight: {weight}</source>
        <translation>gewicht: {weight}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/import_dialog.py"/>
        <source>What they hold</source>
        <translation>Wat erin zit</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/trend.py"/>
        <location filename="../leefbaar_plugin/gui/charts/year_axis.py"/>
        <source>Year</source>
        <translation>Jaar</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/processing/algorithm.py"/>
        <source>Year (newest when empty)</source>
        <translation>Jaar (leeg = het nieuwste)</translation>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>Zoom to the area</source>
        <translation>Zoomen naar het gebied</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/joining.py"/>
        <source>{area} stands in two of the files.</source>
        <translation>{area} staat in twee van de bestanden.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>{compared} scores recomputed: all as published (to {difference}).</source>
        <translation>{compared} scores herberekend: allemaal zoals gepubliceerd (op {difference} na).</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>{compared} scores recomputed: largest difference {difference}; {classes} classes differ, {rows} rows don't add up.</source>
        <translation>{compared} scores herberekend: grootste verschil {difference}; {classes} klassen verschillen, {rows} rijen tellen niet op.</translation>
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
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} can't be read: {problem}.</source>
        <translation>{file} is niet te lezen: {problem}.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/areas.py"/>
        <source>{file} can't be written: no permission. Choose another folder.</source>
        <translation>{file} kan niet worden geschreven: geen toestemming. Kies een andere map.</translation>
    </message>
    <message>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>{name} or lower: {share}</source>
        <translation>{name} of lager: {share}</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/plugin.py"/>
        <source>{name} was deleted.</source>
        <translation>{name} is verwijderd.</translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
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
        <location filename="../leefbaar_plugin/gui/import_preview.py"/>
        <source>{number} squares</source>
        <translation>{number} vierkanten</translation>
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
        <location filename="../leefbaar_plugin/gui/area_page.py"/>
        <source>{theme} over the years</source>
        <translation>{theme} door de jaren heen</translation>
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
        <location filename="../leefbaar_plugin/processing/aggregate_areas.py"/>
        <source>“{text}” is no year; expected are years like 2014, 2024, or “all”.</source>
        <translation>“{text}” is geen jaar; verwacht worden jaren als 2014, 2024, of “all”.</translation>
    </message>
</context>
</TS>
