"""A session as a Common Cartridge 1.1: the session's page, its links, and its questions, for Moodle
and other learning platforms.

Moodle knows a cartridge by the default namespace in the first 500 bytes of its manifest, and the
profile allows no attribute that it does not
name; both are kept here and tested.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]
from lxml.builder import ElementMaker  # type: ignore[import-untyped]

from . import archive, handout, web
from .imprint import Source

PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
DESCRIPTION = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
QUESTIONS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
SCHEMAS = (
    f"{PACKAGE} http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_imscp_v1p2_v1p0.xsd {DESCRIPTION}"
    " http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lommanifest_v1p0.xsd"
)
LINES = "8"
"""Lines of the box in which a question is answered."""
USED_IN_PLACE = ("card", "key-point")
"""Materials that the session's page prints whole, so that they need no link of their own."""


@dataclass(frozen=True)
class Resource:
    """A file of the cartridge, and the words by which it stands in the list of contents."""

    id: str
    type: str
    path: str
    title: str
    raw: bytes


def cartridge(source: Source) -> bytes:
    """A session as an .imscc file."""
    resources = (_page(source), *_links(source), _assessment(source))
    return archive.pack(
        [("imsmanifest.xml", _manifest(source, resources)), *((r.path, r.raw) for r in resources)]
    )


def _page(source: Source) -> Resource:
    html = web.page(handout.learners(source))
    return Resource("R_page", "webcontent", "session/index.html", source.session.title, html)


def _links(source: Source) -> list[Resource]:
    links = [(f"This session on {source.site.name}", source.url)]
    links += [
        (pointer.title, pointer.url)
        for pointer in source.materials
        if pointer.kind not in USED_IN_PLACE
    ]
    return [
        Resource(f"R_link_{n}", "imswl_xmlv1p1", f"links/link-{n}.xml", title, _link(title, url))
        for n, (title, url) in enumerate(links, 1)
    ]


def _link(title: str, url: str) -> bytes:
    e = ElementMaker(namespace=LINK, nsmap={None: LINK})
    return _xml(e.webLink(e.title(title), e.url(href=url)))


def _assessment(source: Source) -> Resource:
    e = ElementMaker(namespace=QUESTIONS, nsmap={None: QUESTIONS})
    title = f"Questions: {source.session.title}"
    items = [_item(e, n, question.ask) for n, question in enumerate(source.session.questions, 1)]
    data = _fields(
        e,
        cc_profile="cc.exam.v0p1",
        qmd_assessmenttype="Examination",
        qmd_scoretype="Percentage",
        cc_maxattempts="unlimited",
    )
    root = e.questestinterop(
        e.assessment(data, e.section(*items, ident="section"), ident="questions", title=title)
    )
    return Resource(
        "R_questions",
        "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
        "questions/assessment.xml",
        title,
        _xml(root),
    )


def _item(e: ElementMaker, number: int, ask: str) -> etree._Element:
    id = f"question_{number}"
    return e.item(
        e.itemmetadata(
            _fields(
                e, cc_profile="cc.essay.v0p1", qmd_scoringpermitted="Yes", qmd_computerscored="No"
            )
        ),
        e.presentation(
            e.material(e.mattext(ask, texttype="text/plain")),
            e.response_str(
                e.render_fib(prompt="Box", rows=LINES), ident=f"{id}_answer", rcardinality="Single"
            ),
        ),
        ident=id,
        title=f"Question {number}",
    )


def _fields(e: ElementMaker, **fields: str) -> etree._Element:
    return e.qtimetadata(
        *(
            e.qtimetadatafield(e.fieldlabel(label), e.fieldentry(entry))
            for label, entry in fields.items()
        )
    )


def _manifest(source: Source, resources: tuple[Resource, ...]) -> bytes:
    names = {
        None: PACKAGE,
        "lom": DESCRIPTION,
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    e = ElementMaker(namespace=PACKAGE, nsmap=names)
    root = e.manifest(
        e.metadata(
            e.schema("IMS Common Cartridge"), e.schemaversion("1.1.0"), _description(source)
        ),
        e.organizations(
            e.organization(
                e.item(_folder(e, source, resources), identifier="I_root"),
                identifier="O_session",
                structure="rooted-hierarchy",
            )
        ),
        e.resources(*(_file(e, resource) for resource in resources)),
        identifier=f"M_{source.session.id}",
    )
    root.set("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", SCHEMAS)
    return _xml(root)


def _folder(e: ElementMaker, source: Source, resources: tuple[Resource, ...]) -> etree._Element:
    items = [
        e.item(e.title(r.title), identifier=f"I_{r.id}", identifierref=r.id) for r in resources
    ]
    return e.item(e.title(source.session.title), *items, identifier="I_session")


def _file(e: ElementMaker, resource: Resource) -> etree._Element:
    page = {"href": resource.path} if resource.type == "webcontent" else {}
    return e.resource(
        e.file(href=resource.path), **page, identifier=resource.id, type=resource.type
    )


def _description(source: Source) -> etree._Element:
    e = ElementMaker(namespace=DESCRIPTION)
    session, site = source.session, source.site

    def said(words: str) -> etree._Element:
        return e.string(words, language="en-GB")

    return e.lom(
        e.general(
            e.title(said(session.title)), e.language("en-GB"), e.description(said(session.summary))
        ),
        e.rights(
            e.copyrightAndOtherRestrictions(e.value("yes")),
            e.description(said(f"{site.name}. {source.licence}")),
        ),
    )


def _xml(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
