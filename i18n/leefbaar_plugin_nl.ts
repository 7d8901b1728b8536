<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Leefbaarometer</name>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>A model file lacks an entry or has a wrong one: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/coverage.py"/>
        <source>An area lies outside any map in EPSG:28992; its coordinate system must be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} has a coordinate that is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} has a damaged geometry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <source>Area {number} is a {kind}; expected is a polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/rings.py"/>
        <source>Area {number} is no polygon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold counts per square. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold outlines of {level}: two editions can't go into one import. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>Both {first} and {second} hold scores of {level}: two editions can't go into one import. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/progress.py"/>
        <source>Cancelled; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Class {class_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Contribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geometry.py"/>
        <source>Fill rule {rule} isn't one of {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>From the reference to the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>Gemeente {missing} isn't in the files. They hold: {available}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>Gemeenten can't be chosen without their outlines. Add the zip with geometry, or import everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>Model file format {format} isn't known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>Model {model} has no level {level}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>No class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/chart.py"/>
        <source>No figures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>No readable file was found in {files}; expected a zip, CSV, GeoPackage or GeoJSON of the Leefbaarometer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>No scores were found in {files}; expected is a table with columns {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/coverage.py"/>
        <source>Rule {rule} isn't one of {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <source>Share (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_bar.py"/>
        <source>Share per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>so far: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The bounds of classification {column} aren't in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The chosen gemeenten hold no squares with a score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The classes of a model file aren't numbered 1, 2, 3 and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The data pack can't be written in {folder}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} holds no squares, so nothing can be computed from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is damaged ({problem}). Import the data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is damaged: pack.json can't be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} is incomplete: {missing} is missing. Import the data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>The data pack {folder} was made by a newer version of the plugin (format {format}; this version reads {known}). Update the plugin or import the data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>The disk of {folder} is full; nothing was left behind. Make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>The files are of different editions ({editions}). Import them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>The files hold outlines or counts, but no scores. Add the file with scores, with columns {columns}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/selection.py"/>
        <source>The margin is {margin} m; it can't be below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>The plugin's file {file} can't be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/class_chip.py"/>
        <source>The score lies where the bound of the class is not exactly known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/grid.py"/>
        <source>The squares aren't in row-major order, or one of them stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/model.py"/>
        <source>The years of model {model} aren't in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/grid.py"/>
        <source>There are no squares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/resources.py"/>
        <source>There is no model {model}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>Two files of the service have different columns with classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/engine/weights.py"/>
        <source>Weight {kind} isn't one of {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>Year {year} isn't in the data pack; it has {years}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{area} stands in two of the files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>{dimension}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} can't be opened: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} can't be read as a map file; it is damaged or of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} can't be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/geopackage.py"/>
        <location filename="../leefbaar_plugin/data/raster.py"/>
        <source>{file} can't be written: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} doesn't exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <location filename="../leefbaar_plugin/data/scores_lbm2.py"/>
        <source>{file} has a header and no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has no column that says which areas it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has no features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} has squares but no counts; expected is a column like aantal_woningen or aantal_inwoners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>{file} holds scores of {level} that another file holds too. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} holds the path “{member}”, which leads out of the archive. It isn't read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is damaged or cut off. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file} is damaged: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file} is no text, although its name says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is no zip archive, or was cut off while it was copied. Copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} is no zip, CSV, GeoPackage or GeoJSON, so it can't be a Leefbaarometer file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file} lacks the column(s) {missing}; expected are {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/sources.py"/>
        <source>{file} would unpack to {size} MB for “{member}”, far more than any Leefbaarometer file. It isn't read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}, feature {number}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file}, line {line}: column {column} holds “{text}” where a number was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: {area} in {year} stands there twice (first on line {first}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores_lbm2.py"/>
        <source>{file}, line {line}: {area} stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/tables.py"/>
        <source>{file}, line {line}: {found} columns where {expected} were expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: “{text}” is no square; expected is a code like E0974N4514.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/scores.py"/>
        <source>{file}, line {line}: “{text}” is no year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: feature “{id}” has no year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: feature “{id}” lies in no single 100 m square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/vectors.py"/>
        <source>{file}: {area} in {year} stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/inspection.py"/>
        <source>{first} belongs to Leefbaarometer 2.0 and {second} to 3.0; their scores can't be compared. Import them one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} already holds a data pack of other files or another choice (edition {edition}). Choose another folder; it wasn't touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} can't be written: no permission. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/pack.py"/>
        <source>{folder} is no data pack of the Leefbaarometer plugin: it has no pack.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/data/importer.py"/>
        <source>{folder} isn't empty and holds no data pack. Choose another folder; nothing in it was touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../leefbaar_plugin/gui/charts/profile.py"/>
        <location filename="../leefbaar_plugin/gui/charts/waterfall.py"/>
        <source>{name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
