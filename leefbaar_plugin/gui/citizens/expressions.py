# SPDX-License-Identifier: GPL-2.0-or-later
"""Expression functions: score, class and share of any geometry, from the data that are open.

They run in the threads that draw the map and write files, so they read nothing of the session: on the main thread it
leaves a `Lookup` here, whole, whenever something changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
    QgsGeometry,
    QgsProject,
    QgsReferencedGeometry,
    QgsVariantUtils,
)

from ... import settings
from ...engine.errors import InputError, LeefbaarError
from ...garbage import left_to_main_thread
from ...pack.files.resources import load_model
from ...translation import language, tr, translated_error

if TYPE_CHECKING:
    from ...analysis.lookup import Lookup
    from ..session import Session
    from .dependants import Dependants

GROUP = "Leefbaarometer"
_MODEL = "lbm3"
Compute = Callable[[Sequence[Any], QgsExpressionContext], Any]
Parameter = tuple[str, str]
"""Name of a parameter, and what it is; all but the first may be left out."""


class Expressions:
    """The functions, known to QGIS from `register` until `unregister`; they answer once they `follow` a session."""

    def __init__(self, session: Session | None = None) -> None:
        self._session: Session | None = None
        self._lookup: Lookup | None = None
        self._dependants: Dependants | None = None
        self._language = language()
        self._functions: list[QgsExpressionFunction] = []
        if session is not None:
            self.follow(session)

    def register(self) -> None:
        """Make the functions known to QGIS."""
        self._functions = self._made()
        for function in self._functions:
            QgsExpression.registerFunction(function)

    def follow(self, session: Session) -> None:
        """Answer from the data of a session."""
        from .dependants import Dependants

        self._session = session
        self._dependants = Dependants(session.project)
        for signal in self._signals():
            signal.connect(self._follow)
        self._follow()

    def unregister(self) -> None:
        """Take the functions out of QGIS."""
        for signal in self._signals():
            signal.disconnect(self._follow)
        for function in self._functions:
            QgsExpression.unregisterFunction(function.name())
        self._functions.clear()
        self._lookup = None
        if self._dependants is not None:
            self._dependants.close()

    def _signals(self) -> tuple[Any, ...]:
        if self._session is None:
            return ()
        return self._session.pack_changed, self._session.view_changed, self._session.recipe_changed

    def _follow(self) -> None:
        """Keep what the functions need of the session, and have shown again what calls them; on the main thread."""
        before, self._lookup = self._lookup, self._found(self._lookup)
        if self._dependants is not None and _answers(before) != _answers(self._lookup):
            self._dependants.refresh()

    def _found(self, before: Lookup | None) -> Lookup | None:
        from ...analysis.lookup import Lookup

        session = self._session
        if session is None or session.pack is None or session.pack.grid is None:
            return None
        measurer, year = session.measurer, session.year
        limits = settings.load().limits
        if before is not None and before.measurer is measurer and before.limits == limits:
            return before.of_year(year)
        return Lookup(measurer, year, limits, self._language)

    def _made(self) -> list[QgsExpressionFunction]:
        geometry = "geometry", tr("an area, such as @geometry; in the coordinate system of its layer")
        year = "year", tr("a year of the data; by default the year that the panel shows")
        theme = "theme", tr("lbm (total score, the default), afw (deviation), fys, onv, soc, vrz or won")
        share = "class", tr("a number from 1 to 9, a name, or a name with “or lower”; by default “zwak or lower”")
        return [
            _Function(
                "lbm_score",
                (geometry, year, theme),
                tr("Score of an area: the mean of its squares, weighted as the settings say. NULL when it has none."),
                ("lbm_score(@geometry)", "lbm_score(@geometry, 2014, 'soc')"),
                lambda values, context: self._ask(values, context, "score"),
            ),
            _Function(
                "lbm_class",
                (geometry, year, theme),
                tr("Number of the class of an area, from 1 (lowest) to 9. NULL when it has none."),
                ("lbm_class(@geometry)", "lbm_class_name(lbm_class(@geometry, 2022))"),
                lambda values, context: self._ask(values, context, "class_number"),
            ),
            _Function(
                "lbm_share",
                (geometry, year, share),
                tr(
                    "Part (0 to 1) of the dwellings of an area that stand in squares of a class, or of that class and "
                    "all below it. NULL when the area has no score."
                ),
                ("lbm_share(@geometry, 2024, 'zwak or lower')", "100 * lbm_share(@geometry, 2024, 9)"),
                lambda values, context: self._ask(values, context, "share"),
            ),
            *self._warnings(geometry, year),
            _Function(
                "lbm_class_name",
                (("number", tr("number of a class, from 1 to 9")),),
                tr("Official name of a class."),
                ("lbm_class_name(6)",),
                self._class_name,
            ),
            _Function(
                "lbm_year",
                (),
                tr("The year that the panel shows, which the other functions take when none is asked."),
                ("lbm_year()", "lbm_score(@geometry, lbm_year() - 2)"),
                self._year,
            ),
        ]

    def _warnings(self, geometry: Parameter, year: Parameter) -> list[_Function]:
        """What has to be told beside the figures."""
        return [
            _Function(
                "lbm_few",
                (geometry, year),
                tr(
                    "Whether an area has fewer dwellings than the options say, so that its figures are to be read with "
                    "care. NULL when no square in it has a score."
                ),
                ("lbm_few(@geometry)", "if(lbm_few(@geometry), NULL, lbm_score(@geometry))"),
                lambda values, context: self._ask([*values, None], context, "few"),
            ),
            _Function(
                "lbm_warning",
                (geometry, year),
                tr(
                    "What has to be told beside the figures of an area, in words: few dwellings, little of the surface "
                    "covered. Empty for nothing."
                ),
                ("lbm_warning(@geometry)",),
                lambda values, context: self._ask([*values, None], context, "warning"),
            ),
        ]

    def _ask(self, values: Sequence[Any], context: QgsExpressionContext, figure: str) -> Any:
        geometry, year, which = values
        if geometry is None:
            return None
        lookup = self._lookup
        if lookup is None:
            raise LeefbaarError("No data with squares are open yet.")
        wkb = _in_rd(geometry, context)
        if wkb is None:
            lookup.year_of(year)  # a wrong year is said for an empty area too
            return None
        return getattr(lookup, figure)(wkb, year, which, _said(context))

    def _year(self, _values: Sequence[Any], _context: QgsExpressionContext) -> int:
        if self._lookup is None:
            raise LeefbaarError("No data with squares are open yet.")
        return self._lookup.year

    def _class_name(self, values: Sequence[Any], _context: QgsExpressionContext) -> str | None:
        (number,) = values
        if number is None or number == 0:
            return None
        model = self._lookup.model if self._lookup is not None else load_model(_MODEL)
        last = len(model.total_classification.classes)
        try:
            wanted = int(number)
        except (TypeError, ValueError):
            wanted = 0
        if not 1 <= wanted <= last:
            raise InputError("There is no class {number}; the classes are 1 to {last}.", number=number, last=last)
        return model.total_classification.name(wanted, self._language)


def _answers(lookup: Lookup | None) -> tuple[Any, ...]:
    """What the answers of the functions depend on."""
    return () if lookup is None else (id(lookup.measurer), lookup.year, lookup.limits)


class _Function(QgsExpressionFunction):
    """An expression function whose errors are sentences."""

    def __init__(
        self, name: str, parameters: Sequence[Parameter], about: str, examples: Sequence[str], compute: Compute
    ) -> None:
        made = [QgsExpressionFunction.Parameter(one, place > 0, None) for place, (one, _what) in enumerate(parameters)]
        # not contextual: QGIS leaves contextual functions out of its dialogs unless the context names them
        super().__init__(name, made, GROUP, _help(name, parameters, about, examples), False, True, False)
        self._compute = compute

    def func(
        self, values: list[Any], context: QgsExpressionContext, parent: QgsExpression, _node: QgsExpressionNodeFunction
    ) -> Any:
        """The value, or None with an error in `parent`; called by QGIS in any thread."""
        try:
            with left_to_main_thread():
                return self._compute([None if QgsVariantUtils.isNull(value) else value for value in values], context)
        except LeefbaarError as problem:
            parent.setEvalErrorString(translated_error(problem))
            return None

    def isStatic(
        self, _node: QgsExpressionNodeFunction, _parent: QgsExpression, _context: QgsExpressionContext
    ) -> bool:
        """Never: the data that are open may change under an expression."""
        return False


def _in_rd(geometry: Any, context: QgsExpressionContext) -> bytes | None:
    """WKB in EPSG:28992 of a value of an expression; None when it is empty, InputError when it can't be had."""
    from ...layers.projection import ToRd, says_where

    if not isinstance(geometry, QgsGeometry):
        raise InputError("The first value must be a geometry, such as @geometry.")
    if geometry.isNull() or geometry.isEmpty():
        return None
    source = _crs_of(geometry, context)
    if not says_where(source):
        raise InputError("The coordinate system of the geometry isn't known.")
    layer = context.variable("layer_name")
    return bytes(ToRd(source, _transforms(context), str(layer or "")).geometry(geometry).asWkb())


def _said(context: QgsExpressionContext) -> frozenset[str]:
    """The texts among the attributes of the feature that an expression is about, but for those that are computed."""
    if not context.hasFeature():
        return frozenset()
    feature = context.feature()
    fields, computed = feature.fields(), Qgis.FieldOrigin.Expression
    return frozenset(
        value
        for at, value in enumerate(feature.attributes())
        if isinstance(value, str) and not (at < fields.count() and fields.fieldOrigin(at) == computed)
    )


def _crs_of(geometry: QgsGeometry, context: QgsExpressionContext) -> QgsCoordinateReferenceSystem:
    """That of the geometry itself if it carries one, else of the layer, else of the project where there is no layer.

    It may have no authority code, so `layer_crs` and `project_crs`, which are such codes, aren't enough.
    """
    if isinstance(geometry, QgsReferencedGeometry) and geometry.crs().isValid():
        return geometry.crs()
    of_layer = context.variable("_layer_crs")
    if isinstance(of_layer, QgsCoordinateReferenceSystem):
        return of_layer
    for name in ("layer_crs", "project_crs"):
        if context.hasVariable(name):
            stated = context.variable(name)
            if stated and not QgsVariantUtils.isNull(stated):
                return QgsCoordinateReferenceSystem(str(stated))
            if name == "layer_crs":
                return QgsCoordinateReferenceSystem()
    wkt = context.variable("project_crs_wkt")
    return QgsCoordinateReferenceSystem.fromWkt(str(wkt)) if wkt else QgsCoordinateReferenceSystem()


def _transforms(context: QgsExpressionContext) -> QgsCoordinateTransformContext:
    stated = context.variable("_project_transform_context")
    return stated if isinstance(stated, QgsCoordinateTransformContext) else QgsProject.instance().transformContext()


def _help(name: str, parameters: Sequence[Parameter], about: str, examples: Sequence[str]) -> str:
    signature = ", ".join(one if place == 0 else f"[{one}]" for place, (one, _what) in enumerate(parameters))
    listed = "".join(f"<tr><td><code>{one}</code></td><td>{escape(what)}</td></tr>" for one, what in parameters)
    shown = "".join(f"<li><code>{escape(example)}</code></li>" for example in examples)
    return (
        f"<h3>{name}({signature})</h3><p>{escape(about)}</p><h4>{tr('Arguments')}</h4><table>{listed}</table>"
        f"<h4>{tr('Examples')}</h4><ul>{shown}</ul>"
        f"<p>{tr('The figures are those of the panel and of the algorithm “Figures of areas”.')}</p>"
    )
