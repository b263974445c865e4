"""QR codes as drawings, to be read by a phone from paper and screens."""

from __future__ import annotations

from io import BytesIO

import segno
from markupsafe import Markup

_MASK = 2


def qr_code(address: str, css_class: str, *, error: str = "q") -> Markup:
    """Return a QR code as SVG. With the level `q` it can be read when a quarter of it is damaged, with `m` when a seventh is.

    Its mask is given: to try all eight and choose costs five times as much, and phones read them alike.
    """
    out = BytesIO()
    code = segno.make(address, error=error, micro=False, mask=_MASK)
    code.save(out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2, light="#fff", svgclass=css_class)
    label = Markup('<svg role="img" aria-label="QR-kode til {}" ').format(address)
    return label + Markup(out.getvalue().decode().strip().removeprefix("<svg "))  # noqa: S704  segno's own drawing
