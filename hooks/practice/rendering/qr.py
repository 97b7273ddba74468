"""QR codes for the end of printed pages: each leads back to its page."""

from __future__ import annotations

import base64
import math
import struct
import zlib

import zxingcpp

MASK = 2
"""One of the eight patterns laid over a code.

Any reader takes any; to try all of them for the evenest would cost four times as much.
"""
DIGITS = b"0" * 128 + b"1" * 128
"""Dark and light as the digits of a number in twos."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def picture(url: str) -> str:
    """A QR code as a data URI: a PNG of one bit a cell, a fifth of the size of the same as SVG.

    The style sheet adds the quiet zone.
    """
    return f"data:image/png;base64,{base64.b64encode(png(*dots(url, 'L'))).decode()}"


def dots(url: str, level: str, *, quiet: bool = False) -> tuple[bytes, int]:
    """A QR code as one byte of grey to a cell, row by row, and the length of a row.

    `level` is how much of it may be lost: L, M, Q or H.
    """
    code = zxingcpp.create_barcode(
        url, zxingcpp.BarcodeFormat.QRCode, ec_level=level, data_mask=MASK
    )
    # The image has the buffer protocol, and its stubs do not say so.
    grey = memoryview(code.to_image(scale=1, add_quiet_zones=quiet))  # type: ignore[arg-type]
    return grey.tobytes(), math.isqrt(grey.nbytes)


def png(grey: bytes, width: int, scale: int = 1) -> bytes:
    """A black and white picture of one byte of grey to a cell, row by row, as PNG (its
    specification: w3.org/TR/png). `scale` is the side of a cell in dots.
    """
    cells = (grey[at : at + width] for at in range(0, len(grey), width))
    rows = b"".join([(b"\0" + _bits(row, scale)) * scale for row in cells])
    sides = (width * scale, len(grey) // width * scale)
    header = struct.pack(">IIBBBBB", *sides, 1, 0, 0, 0, 0)
    small = zlib.compressobj(
        wbits=9, memLevel=1
    )  # five times as quick to set up as one for large files
    return (
        SIGNATURE
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", small.compress(rows) + small.flush())
        + _chunk(b"IEND", b"")
    )


def _bits(grey: bytes, scale: int) -> bytes:
    """A row of cells as bits, to the end of a byte."""
    cells = grey.translate(DIGITS)
    digits = cells.replace(b"0", b"0" * scale).replace(b"1", b"1" * scale)
    spare = -len(digits) % 8
    return (int(digits, 2) << spare).to_bytes((len(digits) + spare) // 8, "big")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
